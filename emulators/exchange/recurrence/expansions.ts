import type { Civil } from './civil.ts';
import { occurrenceDays } from './occurrences.ts';
import type { Reading } from './occurrences.ts';
import type { Recurrence } from './pattern.ts';

/** By reading and year. A recurrence is never changed in place, so that what is known of it stays true. */
const known = new WeakMap<Recurrence, Map<string, Civil[]>>();

/** `occurrenceDays`, remembered year by year: views, deltas and sliding windows ask for the same days again and again. */
export function expandedDays(recurrence: Recurrence, from: Civil, until: Civil, reading: Reading): Civil[] {
  const found: Civil[] = [];
  const last = new Date(until).getUTCFullYear();
  for (let year = new Date(from).getUTCFullYear(); year <= last; year += 1) {
    for (const day of yearOf(recurrence, year, reading)) if (day >= from && day <= until) found.push(day);
  }
  return found;
}

function yearOf(recurrence: Recurrence, year: number, reading: Reading): Civil[] {
  let years = known.get(recurrence);
  if (!years) {
    years = new Map();
    known.set(recurrence, years);
  }
  const key = `${reading.severalDays} ${year}`;
  let days = years.get(key);
  if (!days) {
    days = occurrenceDays(recurrence, Date.UTC(year, 0, 1), Date.UTC(year, 11, 31), reading);
    years.set(key, days);
  }
  return days;
}
