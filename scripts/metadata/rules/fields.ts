import { childOf, isTrue, valueOf, type Element } from '../element.ts';
import { allFields, type Field } from '../package.ts';
import type { Rule } from '../rule.ts';

/** Longest API name that leaves room for a namespace in every place that limits names. */
const LONGEST_NAME = 40;

/** The elements that each type of field cannot do without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Text: ['length'],
  LongTextArea: ['length', 'visibleLines'],
  Number: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Checkbox: ['defaultValue'],
  Picklist: ['valueSet'],
  Lookup: ['referenceTo', 'relationshipName', 'relationshipLabel'],
  MasterDetail: ['referenceTo', 'relationshipName', 'relationshipLabel', 'relationshipOrder'],
};

/** The least and the greatest length of each type that has one. */
const LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  Text: [1, 255],
  LongTextArea: [256, 131072],
};

/** Custom fields have a fitting name, what their type needs, and sizes that the platform accepts. */
export const checkFields: Rule = (pack, report) => {
  for (const field of allFields(pack)) {
    const { root } = field.file;
    const complain = (element: string, message: string) =>
      report(field.file, (childOf(root, element) ?? root).line, `${field.object}.${field.name} ${message}`);
    if (!/^[A-Za-z](_?[A-Za-z0-9])*__c$/.test(field.name)) complain('fullName', 'is not a valid API name');
    if (field.name.length > LONGEST_NAME) complain('fullName', `is longer than ${LONGEST_NAME} characters`);
    for (const element of ['type', ...(NEEDED[field.type] ?? [])])
      if (!childOf(root, element)) complain(element, `lacks <${element}>`);
    for (const [element, message] of [...sizeProblems(field), ...uniquenessProblems(root)])
      complain(element, message);
  }
};

function sizeProblems({ file: { root }, type }: Field): [string, string][] {
  const problems: [string, string][] = [];
  const [least, most] = LENGTHS[type] ?? [0, Infinity];
  const length = Number(valueOf(root, 'length') ?? least);
  if (length < least || length > most)
    problems.push(['length', `has a <length> outside ${least} to ${most}`]);
  const precision = Number(valueOf(root, 'precision') ?? 1);
  const scale = Number(valueOf(root, 'scale') ?? 0);
  if (precision < 1 || precision > 18) problems.push(['precision', 'has a <precision> outside 1 to 18']);
  if (scale > precision) problems.push(['scale', 'has a <scale> above its <precision>']);
  return problems;
}

function uniquenessProblems(root: Element): [string, string][] {
  const problems: [string, string][] = [];
  if (isTrue(root, 'unique') && valueOf(root, 'type') === 'Text' && !childOf(root, 'caseSensitive'))
    problems.push(['unique', 'is unique, so it must say <caseSensitive>']);
  if (!isTrue(root, 'unique') && childOf(root, 'caseSensitive'))
    problems.push(['caseSensitive', 'says <caseSensitive>, which only unique fields have']);
  return problems;
}
