import type { IssueCode } from '../../domain/issue-codes.ts';
import type { SuppressReason } from '../../domain/link.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { Cell, Decision, Situation } from './situation.ts';

/** What to do with one link: the nine cells, each with its rule. Total by type. */
const table: Readonly<Record<Cell, Readonly<Record<Cell, (situation: Situation) => Decision>>>> = {
  unchanged: { unchanged: nothing, changed: merge, gone: recordGone },
  changed: { unchanged: merge, changed: merge, gone: recordGoneItemEdited },
  gone: { unchanged: itemGone, changed: itemGoneRecordEdited, gone: bothGone },
};

/** The decision for a live link. Pure: the same situation always gives the same decision. */
export function decide(situation: Situation): Decision {
  return table[situation.exchange][situation.salesforce](situation);
}

function nothing(): Decision {
  return { kind: 'nothing' };
}

function merge(): Decision {
  return { kind: 'merge' };
}

function suppress(reason: SuppressReason, issue: IssueCode | null = null): Decision {
  return { kind: 'suppress', reason, issue };
}

function itemGone(situation: Situation): Decision {
  if (situation.exchangeGone === 'MovedOut') return suppress('MovedOut');
  if (situation.exchangeGone === 'DeletedUnseen' || !situation.remembered)
    return suppress('DeletedByPolicy', 'TDM-C-DELETED-UNSEEN');
  const { policy } = situation;
  if (policy.deletesToSalesforce === 'Keep' || !flowsFrom('Exchange', policy.direction))
    return suppress('DeletedByPolicy');
  if (!situation.ownsRecord) return suppress('DeletedByPolicy', 'TDM-C-NOT-OWNER');
  if (situation.isPerson) return suppress('DeletedByPolicy', 'TDM-C-PERSON-KEPT');
  if (!situation.mayDelete) return suppress('DeletedByPolicy', 'TDM-C-NOT-DELETABLE');
  return { kind: 'delete', side: 'Salesforce', reason: 'DeletedByPolicy' };
}

function itemGoneRecordEdited(situation: Situation): Decision {
  const deletedBySomebody = situation.exchangeGone === 'Deleted' && situation.remembered;
  if (!deletedBySomebody || !flowsFrom('Salesforce', situation.policy.direction)) return itemKept(situation);
  return { kind: 'recreate', side: 'Exchange' };
}

/** The record was edited and lives on; only the link ends. */
function itemKept(situation: Situation): Decision {
  if (situation.exchangeGone === 'MovedOut') return suppress('MovedOut');
  return suppress('DeletedByPolicy', situation.exchangeGone === 'Deleted' ? null : 'TDM-C-DELETED-UNSEEN');
}

function recordGone(situation: Situation): Decision {
  if (situation.salesforceGone === 'OutOfFilter')
    return situation.madeBy === 'Exchange'
      ? { kind: 'delete', side: 'Exchange', reason: 'OutOfFilter' }
      : suppress('OutOfFilter');
  if (situation.salesforceGone === 'DeletedUnseen') return suppress('DeletedByPolicy', 'TDM-C-PURGED');
  if (situation.salesforceGone === 'AccessLost')
    return situation.madeBy === 'Exchange'
      ? { kind: 'delete', side: 'Exchange', reason: 'AccessLost' }
      : suppress('AccessLost', 'TDM-C-ACCESS-LOST');
  const { policy } = situation;
  const carriedOver =
    situation.remembered &&
    policy.deletesToExchange === 'Delete' &&
    flowsFrom('Salesforce', policy.direction);
  return carriedOver
    ? { kind: 'delete', side: 'Exchange', reason: 'DeletedByPolicy' }
    : suppress('DeletedByPolicy');
}

function recordGoneItemEdited(situation: Situation): Decision {
  if (situation.salesforceGone === 'OutOfFilter') return suppress('OutOfFilter', 'TDM-C-LEFT-FILTER');
  if (situation.salesforceGone === 'DeletedUnseen') return suppress('DeletedByPolicy', 'TDM-C-PURGED');
  if (situation.salesforceGone === 'AccessLost') return suppress('AccessLost', 'TDM-C-ACCESS-LOST');
  if (situation.salesforceGone === 'DeletedByOther')
    return suppress('DeletedByPolicy', 'TDM-C-DELETED-BY-OTHER');
  if (!situation.remembered || !flowsFrom('Exchange', situation.policy.direction))
    return suppress('DeletedByPolicy');
  if (!situation.mayCreate) return suppress('DeletedByPolicy', 'TDM-C-NOT-CREATABLE');
  return { kind: 'recreate', side: 'Salesforce' };
}

function bothGone(situation: Situation): Decision {
  if (situation.exchangeGone === 'MovedOut') return suppress('MovedOut');
  return suppress(situation.salesforceGone === 'OutOfFilter' ? 'OutOfFilter' : 'DeletedByPolicy');
}
