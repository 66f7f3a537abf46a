import { Fault } from '../../domain/fault.ts';
import { readList } from '../pages.ts';
import type { Sender } from '../sender.ts';

/** All items of a list of the default calendar; a mailbox that has no calendar is of no use. */
export async function readCalendarList(
  sender: Sender,
  path: string,
  operation: string,
): Promise<readonly unknown[]> {
  const items = await readList(sender, { path }, operation);
  if (items === null) throw new Fault('TDM-M-INACTIVE', `${operation}: no calendar`);
  return items;
}
