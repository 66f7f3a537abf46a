import { z } from 'zod';
import type { RecordId, UserId } from '../../domain/ids.ts';
import { askFor } from '../../passes/asked.ts';
import { emailKey } from '../../sync/pairing/match-keys.ts';
import { withMailbox } from '../claim-mailbox.ts';
import { parametersOf, recordId } from './parameters.ts';
import type { RequestDeps, ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';

const shape = z.object({ attendee: z.string().min(1), recordId });

/**
 * ChooseContact of an event: a contact or lead stands from now on for an attendee whom nobody was found for, in this event and
 * in all others of the mailbox. Record_Id__c names the event.
 */
export const chooseAttendee: ServeRequest = async (deps, { row, userId, wake }) => {
  const parameters = parametersOf(shape, row);
  const key = parameters === null ? null : emailKey(parameters.attendee, deps.fingerprint);
  if (parameters === null || key === null) return refused('TDM-R-MALFORMED');
  const { recordId: chosen } = parameters;
  if (!/^(003|00Q)/.test(chosen) || !(await isSeen(deps, userId, chosen))) return refused('TDM-R-NO-RECORD');
  const event = row.recordId as RecordId;
  const known = (await deps.store.events.attendance([event])).get(event) ?? [];
  if (!known.some((one) => one.key === key && one.relatedId === null)) return refused('TDM-R-NO-ATTENDEE');
  const outcome = await withMailbox(
    deps,
    userId,
    async () => {
      await deps.store.events.chooseAttendee(userId, key, chosen);
      await askFor(deps.store, userId, await deps.store.events.unmatchedItems(userId, key), 'Event');
      return done('The event is with them from the next sync on, and so are others that they attend.');
    },
    { kind: 'Event' },
  );
  if (outcome === null) return busy;
  wake(userId);
  return outcome;
};

/** The owner of the event has to see whom it is with. */
async function isSeen({ salesforce }: RequestDeps, userId: UserId, id: RecordId): Promise<boolean> {
  const answers = await salesforce.readRecordAccess([{ userId, ids: [id] }]);
  return answers.get(userId)?.get(id)?.read === true;
}
