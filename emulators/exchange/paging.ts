import { refuse } from './errors.ts';
import type { GraphCall } from './graph-call.ts';

/** One page of an ordinary list, by `$top` and `$skip`, with the link to the next. */
export function page<Item>(
  call: GraphCall,
  items: readonly Item[],
  show: (item: Item) => unknown,
): { value: unknown[]; '@odata.nextLink'?: string } {
  const { pageDefault, pageMax } = call.moment.limits;
  const top = wholeNumber(call, '$top');
  if (top !== undefined && (top < 1 || top > pageMax)) {
    throw refuse.badQuery(`The value '${top}' for the $top query option is not between 1 and ${pageMax}.`);
  }
  const skip = wholeNumber(call, '$skip') ?? 0;
  const size = top ?? Math.min(call.maxPageSize ?? pageDefault, pageMax);
  const value = items.slice(skip, skip + size).map(show);
  if (skip + size >= items.length) return { value };
  const query = new URLSearchParams(call.query);
  query.set('$skip', String(skip + size));
  const path = call.request.path.split('?')[0] ?? '';
  return { '@odata.nextLink': `${new URL(call.base).origin}${path}?${query.toString()}`, value };
}

/** A query option that holds a whole number. */
export function wholeNumber(call: GraphCall, option: string): number | undefined {
  const text = call.query.get(option);
  if (text === null) return undefined;
  if (!/^\d+$/.test(text))
    throw refuse.badQuery(`The value '${text}' for the ${option} query option is not valid.`);
  return Number(text);
}
