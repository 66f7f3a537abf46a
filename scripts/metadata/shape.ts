import type { Element } from './element.ts';
import type { ElementRule, Schema, ValueType } from './schema.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Elements whose content the platform checks by a schema of its own. */
const ELSEWHERE = new Set(['targetConfigs']);

type Report = (line: number, message: string) => void;

/**
 * Checks a document against the Metadata API's types: unknown, missing, repeated and misplaced elements, and values
 * that are not of their type. Elements have to stand in the order in which a retrieve writes them, so that a file
 * from an org and ours differ only where they mean different things.
 */
export function checkShape(root: Element, schema: Schema, report: Report): void {
  if (root.namespace !== NAMESPACE) report(root.line, `<${root.name}> must have xmlns="${NAMESPACE}"`);
  const type = schema(root.name);
  if (type?.kind !== 'elements') report(root.line, `<${root.name}> is not a metadata type`);
  else checkElements(root, root.name, type.elements, schema, report);
}

function checkElements(
  parent: Element,
  typeName: string,
  rules: ReadonlyMap<string, ElementRule>,
  schema: Schema,
  report: Report,
): void {
  const order = [...rules.keys()];
  const seen = new Set<string>();
  let last = '';
  for (const child of parent.children) {
    const rule = rules.get(child.name);
    if (!rule) {
      report(child.line, `<${child.name}> is not an element of ${typeName}`);
      continue;
    }
    if (seen.has(child.name) && !rule.many)
      report(child.line, `<${child.name}> may be in ${typeName} only once`);
    if (order.indexOf(child.name) < order.indexOf(last))
      report(child.line, `<${child.name}> belongs before <${last}>`);
    else last = child.name;
    seen.add(child.name);
    if (!ELSEWHERE.has(child.name)) checkValue(child, rule.type, schema, report);
  }
  if (parent.text.trim() !== '') report(parent.line, `<${parent.name}> holds text, but takes only elements`);
  for (const [name, rule] of rules)
    if (rule.required && !seen.has(name)) report(parent.line, `<${parent.name}> lacks <${name}>`);
}

function checkValue(element: Element, typeName: string, schema: Schema, report: Report): void {
  const type = schema(typeName);
  if (!type) return report(element.line, `<${element.name}> has the unknown type ${typeName}`);
  if (type.kind === 'elements') return checkElements(element, typeName, type.elements, schema, report);
  if (element.children.length > 0)
    return report(element.line, `<${element.name}> takes a plain value, not elements`);
  const complaint = plainValueProblem(type, element.text.trim());
  if (complaint) report(element.line, `<${element.name}> ${complaint}`);
}

function plainValueProblem(type: Exclude<ValueType, { kind: 'elements' }>, text: string): string | undefined {
  switch (type.kind) {
    case 'text':
      return undefined;
    case 'boolean':
      return text === 'true' || text === 'false' ? undefined : `must be true or false, not "${text}"`;
    case 'number':
      return text !== '' && Number.isFinite(Number(text)) ? undefined : `must be a number, not "${text}"`;
    case 'one of':
      return type.values.includes(text) ? undefined : `must be one of ${someOf(type.values)}, not "${text}"`;
  }
}

function someOf(values: readonly string[]): string {
  return values.length > 12 ? `${values.slice(0, 12).join(', ')}, …` : values.join(', ');
}
