import type { Outcome } from '../domain/refusal.ts';
import type { BatchMember } from './batch.ts';
import { sendMembers } from './batch.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import type { Verb, Written } from './refusals.ts';
import { judgeWrite, settle } from './refusals.ts';

/** One call of writes. `repeatable` when carrying out one twice does no harm. */
export interface Writes<Done> extends Written<Done> {
  readonly operation: string;
  readonly verb: Verb;
  readonly repeatable: boolean;
}

/** Writes items, 20 in a batch; the outcomes are in the order of the members. */
export async function writeItems<Done>(
  { sender, clock }: MailboxCalls,
  members: readonly BatchMember[],
  { operation, verb, repeatable, ...written }: Writes<Done>,
): Promise<readonly Outcome<Done>[]> {
  const answers = await sendMembers(members, { operation, repeatable, sender, clock });
  return settle(answers.map((answer) => judgeWrite(verb, answer, written)));
}
