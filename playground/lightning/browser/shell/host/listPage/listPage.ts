import { LightningElement, api } from 'lwc';
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
};
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
    return this.objectApiName === 'Contact' ? 'Contacts' : this.objectApiName;
  }

  get icon(): string {
    return iconOf(this.objectApiName);
  }

  get count(): string {
    const shown = this.nodes?.length ?? 0;
    return `${shown} of ${this.total} items • Sorted by Name`;
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
}

function textOf(node: Node, path: string): string {
  const field = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>> | null)?.[step], node) as
    { readonly value: string | null; readonly displayValue?: string | null } | null | undefined;
  return field?.displayValue ?? field?.value ?? '';
}
