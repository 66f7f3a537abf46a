import { callOrg } from 'org/session';

interface FieldPath {
  readonly fieldPath: string;
  readonly mode?: 'contains' | 'startsWith';
}

interface Criterion {
  readonly fieldPath: string;
  readonly operator: string;
  readonly value: unknown;
}

/** Which records can be picked, and how they are found and shown. */
export interface Picking {
  readonly objectApiName: string;
  readonly filter: { readonly criteria: readonly Criterion[]; readonly filterLogic?: string } | undefined;
  readonly displayInfo:
    { readonly primaryField?: string; readonly additionalFields?: readonly string[] } | undefined;
  readonly matchingInfo:
    { readonly primaryField?: FieldPath; readonly additionalFields?: readonly FieldPath[] } | undefined;
}

/** A record that can be picked. */
export interface Found {
  readonly id: string;
  readonly text: string;
  readonly subText: string;
}

type Node = Readonly<Record<string, unknown>> & { readonly Id: string };

interface Answer {
  readonly data: {
    readonly uiapi: {
      readonly query: Readonly<Record<string, { readonly edges: readonly { readonly node: Node }[] }>>;
    };
  } | null;
  readonly errors?: readonly unknown[];
}

/** The records that match what was typed, by name. */
export async function findRecords(picking: Picking, text: string): Promise<Found[]> {
  const { filter, matchingInfo } = picking;
  if (filter?.filterLogic) throw new Error('The playground joins the criteria of a filter by AND only');
  const criteria = filter?.criteria.map(conditionOf) ?? [];
  return text.trim() === ''
    ? ask(picking, criteria)
    : ask(picking, [...criteria, matching(matchingInfo, text.trim())]);
}

/** One record; undefined when the person does not see it. */
export async function findRecord(picking: Picking, id: string): Promise<Found | undefined> {
  const found = await ask(picking, [{ Id: { eq: id } }]).catch(() => []);
  return found[0];
}

async function ask(picking: Picking, conditions: readonly object[]): Promise<Found[]> {
  const { objectApiName: object, displayInfo } = picking;
  const [primary = 'Name', ...more] = [
    displayInfo?.primaryField ?? 'Name',
    ...(displayInfo?.additionalFields ?? []),
  ];
  const fields = [primary, ...more].map((path) => nested(path, ' { value displayValue }')).join(' ');
  const query = `query records($where: ${object}_Filter, $orderBy: ${object}_OrderBy) {
    uiapi { query { ${object}(first: 20, where: $where, orderBy: $orderBy) { edges { node { Id ${fields} } } } } }
  }`;
  const variables = {
    orderBy: within(primary, { order: 'ASC' }),
    ...(conditions.length > 0 && { where: { and: conditions } }),
  };
  const { data, errors } = await callOrg<Answer>('POST', 'graphql', { query, variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return (data.uiapi.query[object]?.edges ?? []).map(({ node }) => ({
    id: node.Id,
    text: textOf(node, primary),
    subText: more
      .map((path) => textOf(node, path))
      .filter((words) => words !== '')
      .join(' • '),
  }));
}

function matching(info: Picking['matchingInfo'], text: string): object {
  const fields = [info?.primaryField ?? { fieldPath: 'Name' }, ...(info?.additionalFields ?? [])];
  const conditions = fields.map(({ fieldPath, mode = 'contains' }) =>
    within(fieldPath, { like: `${mode === 'contains' ? '%' : ''}${text}%` }),
  );
  return { or: conditions };
}

const conditionOf = ({ fieldPath, operator, value }: Criterion): object =>
  within(fieldPath, { [operator]: value });

/** A comparison of a field, which may be one of a parent: `Account.Name`. */
function within(path: string, comparison: object): object {
  return path.split('.').reduceRight<object>((inner, step) => ({ [step]: inner }), comparison);
}

function nested(path: string, leaf: string): string {
  const [first = '', ...rest] = path.split('.');
  return rest.length === 0 ? `${first}${leaf}` : `${first} { ${nested(rest.join('.'), leaf)} }`;
}

function textOf(node: Node, path: string): string {
  const field = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>> | null)?.[step], node) as
    { readonly value: string | number | null; readonly displayValue?: string | null } | null | undefined;
  return String(field?.displayValue ?? field?.value ?? '');
}
