import hidden from '@salesforce/label/c.Tandem_Hidden_Fields';
import { fill } from 'c/tandemText';

/** A sentence that names the fields that the org left out of a row, since the person may not see them; empty when there are none. */
export function hiddenIn(row: object | undefined, asked: readonly string[]): string {
  const left = row === undefined ? [] : asked.filter((field) => !(field in row));
  return left.length === 0 ? '' : fill(hidden, left.join(', '));
}
