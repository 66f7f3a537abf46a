/** A quoted SOQL string, escaped as in the SOQL reference, "Quoted String Escape Sequences". */
export function quoted(text: string): string {
  return `'${escaped(text)}'`;
}

/** A quoted SOQL pattern that matches texts which contain `text`; its wildcards lose their meaning. */
export function containing(text: string): string {
  return `'%${withoutWildcards(text)}%'`;
}

/** A quoted SOQL pattern that matches texts which start with `text`. */
export function startingWith(text: string): string {
  return `'${withoutWildcards(text)}%'`;
}

function withoutWildcards(text: string): string {
  return escaped(text).replaceAll(/[%_]/g, String.raw`\$&`);
}

function escaped(text: string): string {
  return text
    .replaceAll(/['\\]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
}
