/** A value as people read it: nothing is an empty text, line ends are LF, no blanks around it. */
export function plain(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Whether both are the same text, or Salesforce holds the beginning that fits into its field. */
export function sameText(exchange: string, salesforce: string, length: number): boolean {
  return plain(exchange) === plain(salesforce) || isClipped(exchange, salesforce, length);
}

/** Whether Salesforce holds only the beginning of the text because its field ends there. */
export function isClipped(exchange: string, salesforce: string, length: number): boolean {
  if (plain(exchange).length <= length || plain(salesforce) === '') return false;
  const longest = [plain(exchange), exchange].map((text) => plain(beginningOf(text, length)));
  return longest.includes(plain(salesforce));
}

/** The beginning that fits, without half of a character at its end. */
function beginningOf(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** Letter case does not matter in names of companies and in e-mail addresses. */
export function sameIgnoringCase(one: string, other: string): boolean {
  return plain(one).toLowerCase() === plain(other).toLowerCase();
}

/** Exchange keeps an instant for a birthday, of which only the date has a meaning. */
export function datePart(value: unknown): string {
  return plain(value).slice(0, 10);
}
