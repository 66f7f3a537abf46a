import type { Row } from './org.ts';

/**
 * The versions of the rows in what a page read: what the row says, without stamps that move by themselves. Rows are found in
 * lists and records at any depth of the page's data.
 */
export function versionsIn(data: unknown): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  const collect = (value: unknown) => {
    if (Array.isArray(value)) for (const member of value) collect(member);
    else if (isRow(value)) versions.set(value.Id, JSON.stringify(value));
    else if (typeof value === 'object' && value !== null)
      for (const member of Object.values(value)) collect(member);
  };
  collect(data);
  return versions;
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && typeof (value as Row).Id === 'string';
