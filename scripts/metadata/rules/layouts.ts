import type { Element } from '../element.ts';
import { childrenOf, valueOf } from '../element.ts';
import type { MetadataFile, SalesforcePackage } from '../package.ts';
import { filesOfType } from '../package.ts';
import type { Report, Rule } from '../rule.ts';
import { STANDARD_COLUMNS } from '../standard.ts';

/** Fields of every custom object that a layout can show. */
const STANDARD_FIELDS = new Set(['Name', 'OwnerId', 'CreatedById', 'LastModifiedById']);

/** Every custom object has a layout, so that Classic shows it, with each of its fields once and lists that exist. */
export const checkLayouts: Rule = (pack, report) => {
  const laidOut = new Set<string>();
  for (const file of filesOfType(pack, 'Layout')) {
    const object = file.name.split('-')[0] ?? '';
    laidOut.add(object);
    const fields = pack.fields.get(object);
    if (!fields) report(file, file.root.line, `there is no object ${object}`);
    else checkFields(file, object, fields, report);
    for (const list of childrenOf(file.root, 'relatedLists')) checkList(pack, file, list, report);
  }
  for (const [object, file] of pack.objects)
    if (object.endsWith('__c') && !laidOut.has(object))
      report(file, file.root.line, `${object} has no layout, so Classic shows its name only`);
};

function checkFields(
  file: MetadataFile,
  object: string,
  fields: SalesforcePackage['fields'] extends ReadonlyMap<string, infer Fields> ? Fields : never,
  report: Report,
): void {
  const shown = new Map<string, Element>();
  for (const item of itemsOf(file.root)) {
    const name = valueOf(item, 'field') ?? '';
    if (shown.has(name)) report(file, item.line, `${name} is shown twice`);
    shown.set(name, item);
    const field = fields.get(name);
    if (!field && !STANDARD_FIELDS.has(name)) report(file, item.line, `there is no field ${object}.${name}`);
    if (field?.required && valueOf(item, 'behavior') !== 'Required')
      report(file, item.line, `${name} is required, so its behavior must be Required`);
  }
  for (const name of fields.keys())
    if (!shown.has(name)) report(file, file.root.line, `${object}.${name} is not on the layout`);
}

function itemsOf(layout: Element): Element[] {
  return childrenOf(layout, 'layoutSections')
    .flatMap((section) => childrenOf(section, 'layoutColumns'))
    .flatMap((column) => childrenOf(column, 'layoutItems'));
}

/** A related list is named by the child's object and its field that points here. */
function checkList(pack: SalesforcePackage, file: MetadataFile, list: Element, report: Report): void {
  const [object = '', lookup = ''] = (valueOf(list, 'relatedList') ?? '').split('.');
  const fields = pack.fields.get(object);
  if (!fields?.has(lookup)) report(file, list.line, `there is no field ${object}.${lookup} to list by`);
  for (const column of childrenOf(list, 'fields')) {
    const name = column.text.trim();
    if (!fields?.has(name) && !STANDARD_COLUMNS.has(name))
      report(file, column.line, `there is no field ${object}.${name}`);
  }
}
