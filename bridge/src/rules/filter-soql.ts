/** Characters of all conditions in a URL, which takes 16,384 together with the ids that they are asked about. */
const mostCharacters = 6_000;

/** Comparisons in SOQL as one condition, all of which must hold. */
export function allOf(comparisons: readonly string[]): string {
  return comparisons.map((soql) => `(${soql})`).join(' AND ');
}

/** Whether comparisons in SOQL are too long together to be asked in one query. */
export function areTooLong(comparisons: readonly string[]): boolean {
  return encodeURIComponent(allOf(comparisons)).length > mostCharacters;
}
