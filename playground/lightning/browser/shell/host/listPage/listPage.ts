import { LightningElement, api } from 'lwc';
import { ask, whenOf } from 'host/event';
import { iconOf } from 'host/icons';
import { go } from 'org/place';
import { callOrg } from 'org/session';

interface Column {
  readonly path: string;
  readonly label: string;
}

type Node = Readonly<Record<string, unknown>> & { readonly Id: string };

interface Answer {
  readonly data: {
    readonly uiapi: {
      readonly query: Readonly<
        Record<string, { readonly edges: readonly { readonly node: Node }[]; readonly totalCount: number }>
      >;
    };
  } | null;
}

const columns: Readonly<Record<string, readonly Column[]>> = {
  Contact: [
    { path: 'Name', label: 'Name' },
    { path: 'Account.Name', label: 'Account Name' },
    { path: 'Title', label: 'Title' },
    { path: 'Phone', label: 'Phone' },
    { path: 'Email', label: 'Email' },
    { path: 'Owner.Name', label: 'Contact Owner' },
  ],
  Lead: [
    { path: 'Name', label: 'Name' },
    { path: 'Company', label: 'Company' },
    { path: 'Email', label: 'Email' },
    { path: 'Status', label: 'Lead Status' },
    { path: 'Owner.Name', label: 'Lead Owner' },
  ],
  Event: [
    { path: 'Name', label: 'Subject' },
    { path: 'When', label: 'When' },
    { path: 'Who.Name', label: 'Name' },
    { path: 'Location', label: 'Location' },
    { path: 'Owner.Name', label: 'Assigned To' },
  ],
};
const headings: Readonly<Record<string, string>> = { Contact: 'Contacts', Lead: 'Leads', Event: 'Events' };
const ofAny: readonly Column[] = [
  { path: 'Name', label: 'Name' },
  { path: 'LastModifiedDate', label: 'Last Modified Date' },
];
const ofPhones = 2;

/** A list of the records of an object that the person sees, by name; each opens its page. */
export default class ListPage extends LightningElement {
  @api objectApiName = '';
  nodes: readonly Node[] | undefined;
  total = 0;
  problem: string | undefined;
  private searched = '';

  override connectedCallback(): void {
    void this.read();
  }

  get heading(): string {
    return headings[this.objectApiName] ?? this.objectApiName;
  }

  get icon(): string {
    return iconOf(this.objectApiName);
  }

  get count(): string {
    const shown = this.nodes?.length ?? 0;
    const order = this.objectApiName === 'Event' ? 'Start' : 'Name';
    return `${shown} of ${this.total} items • Sorted by ${order}`;
  }

  get columns(): readonly Column[] {
    const all = columns[this.objectApiName] ?? ofAny;
    return matchMedia('(max-width: 767px)').matches ? all.slice(0, ofPhones) : all;
  }

  get rows() {
    return this.nodes?.map((node) => ({
      id: node.Id,
      name: textOf(node, 'Name'),
      href: `/lightning/r/${this.objectApiName}/${node.Id}/view`,
      cells: this.columns.slice(1).map(({ path }) => ({ path, text: textOf(node, path) })),
    }));
  }

  handleSearch({ detail }: CustomEvent<{ value: string }>): void {
    this.searched = detail.value.trim();
    void this.read();
  }

  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).href);
  }

  private async read(): Promise<void> {
    if (this.objectApiName === 'Event') return this.readEvents();
    const { objectApiName: object } = this;
    const paths = (columns[object] ?? ofAny).map(({ path }) => path.split('.'));
    const fields = paths.map(
      (path) => `${path.join(' { ')} { value displayValue }${' }'.repeat(path.length - 1)}`,
    );
    const query = `query list($where: ${object}_Filter) { uiapi { query { ${object}(first: 200, where: $where, orderBy: { Name: { order: ASC } }) {
      totalCount edges { node { Id ${fields.join(' ')} } } } } } }`;
    const { searched } = this;
    const variables = searched === '' ? {} : { where: { Name: { like: `%${searched}%` } } };
    try {
      const { data } = await callOrg<Answer>('POST', 'graphql', { query, variables });
      if (searched !== this.searched) return;
      const connection = data?.uiapi.query[object];
      if (!connection) throw new Error('You have no access to these records.');
      this.nodes = connection.edges.map(({ node }) => node);
      this.total = connection.totalCount;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  /** The User Interface API has no events. */
  private async readEvents(): Promise<void> {
    const { searched } = this;
    const like = searched.replaceAll(/['\\%_]/g, String.raw`\$&`);
    try {
      const rows = await ask(
        `SELECT Id, Subject, StartDateTime, DurationInMinutes, IsAllDayEvent, Location, Who.Name, Owner.Name FROM Event WHERE IsChild = false${searched === '' ? '' : ` AND Subject LIKE '%${like}%'`} ORDER BY StartDateTime LIMIT 200`,
      );
      if (searched !== this.searched) return;
      const field = (value: unknown) => ({ value: (value ?? null) as string | null });
      const parent = (row: unknown) => ({ Name: field((row as { Name?: string } | null)?.Name) });
      this.nodes = rows.map((row) => ({
        Id: row.Id,
        Name: field(row['Subject']),
        When: field(whenOf(row)),
        Location: field(row['Location']),
        Who: parent(row['Who']),
        Owner: parent(row['Owner']),
      }));
      this.total = rows.length;
    } catch {
      this.problem = 'You have no access to these records.';
    }
  }
}

function textOf(node: Node, path: string): string {
  const field = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>> | null)?.[step], node) as
    { readonly value: string | null; readonly displayValue?: string | null } | null | undefined;
  return field?.displayValue ?? field?.value ?? '';
}
