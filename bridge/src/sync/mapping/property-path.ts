import type { PropertyPath } from '../../rules/property-path.ts';

/** Whether writing this place replaces its neighbours too, so that the item as it is now must be known first. */
export function sharesProperty(path: PropertyPath): boolean {
  return path.slot !== null || path.part !== null;
}

/** The text at the path; null when there is none. */
export function readPath(properties: Readonly<Record<string, unknown>>, path: PropertyPath): string | null {
  let value: unknown = properties[path.root];
  if (path.slot !== null) value = Array.isArray(value) ? (value as unknown[])[path.slot] : null;
  if (path.part !== null) value = isRecord(value) ? value[path.part] : null;
  return typeof value === 'string' ? value : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
