const plainWords = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  ...['LAST', 'THIS', 'NEXT'].flatMap((when) =>
    ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'].map((span) => `${when}_${span}`),
  ),
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
];

const countedWords =
  /^(?:(?:LAST|NEXT)_N_(?:DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S|N_(?:DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO):\d{1,4}$/;

/**
 * A span of days that moves with the calendar, as SOQL spells it, such as `TODAY`, `THIS_QUARTER` or `LAST_N_DAYS:30`; null
 * when the text is none ("Date Formats and Date Literals", SOQL and SOSL Reference). It follows the time zone of the
 * integration user.
 */
export function dateWord(text: string): string | null {
  const word = text.trim().toUpperCase();
  return plainWords.includes(word) || countedWords.test(word) ? word : null;
}

/** `yyyy-MM-dd` when the text is a day of the calendar that Salesforce knows (1700 to 4000); null otherwise. */
export function calendarDay(text: string): string | null {
  const day = text.trim();
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  if (day < '1700' || day > '4000') return null;
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
