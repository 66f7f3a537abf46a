import { childOf, childrenOf, isTrue, valueOf, type Element } from './element.ts';
import type { Field } from './package.ts';

/** The type of a field in words, with size, rules, picklist values and default: `Text (18), required, unique`. */
export function typeInWords({ file: { root }, type, values, required }: Field): string {
  const words = [`${typeName(root, type)}${size(root)}`];
  if (required && type !== 'MasterDetail') words.push('required');
  if (isTrue(root, 'unique')) words.push('unique');
  if (isTrue(root, 'caseSensitive')) words.push('case-sensitive');
  if (isTrue(root, 'externalId')) words.push('external id');
  const preset = valueOf(root, 'defaultValue') ?? defaultValue(root);
  const listed = values.map((value) => (value === preset ? `**${value}**` : value)).join(', ');
  if (listed) return `${words.join(', ')}: ${listed}`;
  return preset === undefined ? words.join(', ') : `${words.join(', ')}; default ${preset}`;
}

function typeName(root: Element, type: string): string {
  if (type === 'LongTextArea') return 'Long text';
  if (type === 'DateTime') return 'Date and time';
  if (type === 'MasterDetail') return `Detail of ${valueOf(root, 'referenceTo')}`;
  if (type === 'Lookup') return `Lookup to ${valueOf(root, 'referenceTo')}`;
  return type;
}

function size(root: Element): string {
  const length = valueOf(root, 'length');
  if (length) return ` (${length})`;
  const precision = valueOf(root, 'precision');
  return precision ? ` (${precision}, ${valueOf(root, 'scale')})` : '';
}

function defaultValue(root: Element): string | undefined {
  const definition = childOf(childOf(root, 'valueSet') ?? root, 'valueSetDefinition');
  const preset = childrenOf(definition ?? root, 'value').find((value) => isTrue(value, 'default'));
  return preset && valueOf(preset, 'fullName');
}
