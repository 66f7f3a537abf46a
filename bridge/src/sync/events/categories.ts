/** The Outlook category by which a person marks an event for Salesforce, letter case ignored. */
const markCategory = 'Salesforce';

/** Whether one of these categories marks the event for Salesforce. */
export function isMarked(categories: readonly string[]): boolean {
  return categories.some(marks);
}

/** These categories, and the one that marks. */
export function withMark(categories: readonly string[]): readonly string[] {
  return isMarked(categories) ? categories : [markCategory, ...categories];
}

/** The categories of an event as one text, such as `Customer; Travel`, in the order of the alphabet and without the mark. */
export function categoriesText(categories: readonly string[]): string {
  return [...new Set(categories.filter((category) => !marks(category)))].toSorted().join('; ');
}

/** The categories that a text names; an event that is marked stays so. */
export function categoriesOf(text: string | null, before: readonly string[]): readonly string[] {
  const named = (text ?? '')
    .split(/[;\n]/)
    .map((category) => category.trim())
    .filter((category) => category !== '' && !marks(category));
  return [...before.filter(marks), ...new Set(named)];
}

function marks(category: string): boolean {
  return category.toLowerCase() === markCategory.toLowerCase();
}
