import type { Fingerprint } from '../../domain/ids.ts';
import type { TurnKey } from '../../store/store.ts';
import { companyKey, matchKeysOf } from '../../sync/pairing/match-keys.ts';
import type { Step } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { Effects } from '../effects/effects.ts';
import { companiesToMake, companyOf } from './make-accounts.ts';
import { putOff } from '../effects/put-off.ts';

/**
 * Carries out the steps whose records no other mailbox is writing or has just made, and puts the others off: two people can
 * have one contact in Outlook, or contacts of one company, and their mailboxes sync at the same time. Without turns each would
 * make a record of it, or an account, or overwrite what the other wrote after it looked.
 */
export async function inTurn(
  context: PassContext,
  steps: readonly Step[],
  effects: Effects,
  carryOut: (steps: readonly Step[]) => Promise<void>,
): Promise<void> {
  const companies = steps.map(companyOf).filter((name) => name !== null);
  const toMake = await companiesToMake(context, companies);
  const wanted = new Map(
    steps.map((step) => [step, [...keysOf(step, context), ...accountOf(step, context, toMake)]]),
  );
  const keys = [...wanted.values()].flat();
  if (keys.length === 0) return carryOut(steps);
  const { turns } = context.store;
  const had = await turns.take(context.claim, keys);
  try {
    const free = steps.filter((step) => wanted.get(step)?.every(({ key }) => had.has(key)));
    const ready = new Set(free);
    putOff(
      steps.filter((step) => !ready.has(step)),
      effects,
    );
    await carryOut(free);
  } finally {
    await turns.end(context.claim);
  }
}

function keysOf(step: Step, { fingerprint }: PassContext): readonly TurnKey[] {
  switch (step.kind) {
    case 'merge':
      return Object.keys(step.merge.toSalesforce).length === 0 ? [] : [record(step.record.id)];
    case 'delete':
      return step.side === 'Salesforce' && step.record ? [record(step.record.id)] : [];
    case 'createRecord': {
      const { emails, name } = matchKeysOf(step.contact.properties, fingerprint);
      return [...emails, ...(name === null ? [] : [name])].map((key) => ({ key, untilRead: true }));
    }
    default:
      return [];
  }
}

/** An account is looked for in Salesforce before it is made, so its turn lasts no longer than the making. */
function accountOf(
  step: Step,
  { fingerprint }: PassContext,
  toMake: ReadonlySet<Fingerprint>,
): readonly TurnKey[] {
  const name = companyOf(step);
  const key = name === null ? null : companyKey(name, fingerprint);
  return key !== null && toMake.has(key) ? [{ key, untilRead: false }] : [];
}

const record = (key: string): TurnKey => ({ key, untilRead: false });
