import { childrenOf, valueOf } from '../element.ts';
import type { MetadataFile, SalesforcePackage } from '../package.ts';
import { filesOfType } from '../package.ts';
import type { Rule } from '../rule.ts';

/** Fields of every custom object that report types can show. */
const STANDARD_FIELDS = new Set(['Name', 'Owner', 'CreatedDate']);

/** Report types show fields that exist, and reports show columns of a report type of the package. */
export const checkReports: Rule = (pack, report) => {
  const columns = new Map<string, Set<string>>();
  for (const file of filesOfType(pack, 'ReportType')) {
    const shown = new Set<string>();
    columns.set(`${file.name}__c`, shown);
    for (const column of childrenOf(file.root, 'sections').flatMap((section) =>
      childrenOf(section, 'columns'),
    )) {
      const table = valueOf(column, 'table') ?? '';
      const field = valueOf(column, 'field') ?? '';
      if (!exists(pack, table, field.split('.')))
        report(file, column.line, `there is no field ${table}.${field}`);
      shown.add(`${table}$${field}`);
    }
  }
  for (const file of filesOfType(pack, 'Report')) {
    const type = valueOf(file.root, 'reportType') ?? '';
    const shown = columns.get(type);
    if (!shown) report(file, file.root.line, `there is no report type ${type}`);
    for (const { line, name } of namedColumns(file))
      if (shown && !shown.has(name)) report(file, line, `${type} has no column ${name}`);
  }
};

/** A field of an object, or of what its lookups lead to. */
function exists(pack: SalesforcePackage, object: string, path: readonly string[]): boolean {
  const [name = '', ...rest] = path;
  if (rest.length === 0 && STANDARD_FIELDS.has(name)) return pack.fields.has(object);
  const field = pack.fields.get(object)?.get(name);
  if (field === undefined || rest.length === 0) return field !== undefined;
  return exists(pack, valueOf(field.file.root, 'referenceTo') ?? '', rest);
}

function namedColumns({ root }: MetadataFile): { readonly line: number; readonly name: string }[] {
  const criteria = childrenOf(root, 'filter').flatMap((filter) => childrenOf(filter, 'criteriaItems'));
  return [
    ...[...childrenOf(root, 'columns'), ...childrenOf(root, 'groupingsDown')].map((element) => ({
      line: element.line,
      name: valueOf(element, 'field') ?? '',
    })),
    ...criteria.map((element) => ({ line: element.line, name: valueOf(element, 'column') ?? '' })),
    ...childrenOf(root, 'timeFrameFilter').map((element) => ({
      line: element.line,
      name: valueOf(element, 'dateColumn') ?? '',
    })),
  ];
}
