import type { DeleteEventStep, EventStep, MergeEventStep } from '../../sync/events/event-step.ts';
import { itemWrite } from '../../sync/events/item-write.ts';
import { linkFrom } from '../effects/link-row.ts';
import type { PreviewLine } from '../preview-line.ts';
import type { EventPassContext } from './event-context.ts';
import { eventName } from './event-name.ts';
import type { InvitationGuard } from './invitation-guard.ts';
import { invitationGuard } from './invitation-guard.ts';
import { planEventPass } from './plan-event-pass.ts';
import { readCalendar } from './read-calendar.ts';
import { isWithheld } from './would-mail.ts';

/** What the context of a preview lacks: it takes no claim, and nothing is written that could be held up. */
export type EventPreviewContext = Omit<
  EventPassContext,
  'claim' | 'mailboxRowId' | 'onProgress' | 'brakes' | 'chunkSize'
>;

/**
 * What a pass over all events would do, by the same plan and the same invitation guard, with ordinary reads: the cursor stays
 * where it is, and nothing is written anywhere. Of private events only the date is told.
 */
export async function previewEvents(preview: EventPreviewContext): Promise<readonly PreviewLine[]> {
  const { userId, store, salesforce, state } = preview;
  const context: EventPassContext = {
    ...preview,
    // Without the cursor everything is read and compared.
    state: { ...state, cursor: null },
    // Never taken, so that any state write would be refused.
    claim: { userId, kind: 'Event', epoch: -1, holder: 'preview' },
    mailboxRowId: '',
    chunkSize: 1,
    onProgress: async () => Promise.resolve(),
    brakes: { grant: (wanted) => Promise.resolve(wanted), note: () => Promise.resolve(null) },
  };
  const links = state.linksLoaded
    ? await store.links.ofMailbox(userId, 'Event')
    : (await salesforce.readLinkRows(userId)).filter(({ kind }) => kind === 'Event').map(linkFrom);
  const changes = await readCalendar(context, [], links);
  const { steps } = await planEventPass(context, changes);
  const guard = await invitationGuard(context, new Set(changes.asked.approved));
  return steps.flatMap((step) => linesOf(step, guard));
}

function linesOf(step: EventStep, guard: InvitationGuard): readonly PreviewLine[] {
  const item = nameOf(step);
  switch (step.kind) {
    case 'merge':
      return mergeLines(step, item, guard);
    case 'join':
      return [{ what: 'pair', side: null, item }];
    case 'handOver':
      return [
        ...(step.paired ? [{ what: 'pair', side: null, item } as const] : []),
        { what: 'update', side: 'Salesforce', item },
      ];
    case 'createRecord':
      return [{ what: 'create', side: 'Salesforce', item }];
    case 'createItem':
      return [{ what: 'create', side: 'Exchange', item }];
    case 'delete':
      return [deletionLine(step, item, guard)];
    case 'hold':
      return [{ what: 'hold', side: step.gone === 'Exchange' ? 'Salesforce' : 'Exchange', item }];
    case 'suppress':
      return [{ what: 'end', side: null, item }];
    case 'loose':
      return [{ what: 'leave', side: null, item }];
  }
}

/** What would not be deleted, since people would be mailed, stays, and its link ends. */
function deletionLine(step: DeleteEventStep, item: string, guard: InvitationGuard): PreviewLine {
  const stays = step.side === 'Exchange' && step.item !== null && isWithheld(guard.ofDelete(step, step.item));
  return stays ? { what: 'end', side: null, item } : { what: 'delete', side: step.side, item };
}

function mergeLines(step: MergeEventStep, item: string, guard: InvitationGuard): readonly PreviewLine[] {
  if (step.ends) return [{ what: 'end', side: null, item }];
  const { toExchange, toSalesforce } = step.merge;
  const lines: PreviewLine[] = step.paired ? [{ what: 'pair', side: null, item }] : [];
  if (Object.keys(toSalesforce).length > 0) lines.push({ what: 'update', side: 'Salesforce', item });
  if (step.item !== null && Object.keys(toExchange).length > 0) {
    const verdict = guard.ofUpdate(step, step.item, itemWrite(toExchange, step.mapping, step.item.event));
    lines.push({ what: isWithheld(verdict) ? 'leave' : 'update', side: 'Exchange', item });
  }
  return lines;
}

function nameOf(step: EventStep): string {
  const item = 'item' in step ? step.item : null;
  const record = 'record' in step ? step.record : null;
  return eventName(item, record);
}
