import type { Answer } from './answer.ts';
import type { Clock } from './clock.ts';
import type { Gate, Slot } from './gate.ts';
import type { Patience, Tried } from './patience.ts';
import { createPatience, repeatPatiently } from './patience.ts';
import type { GraphRequest, Transport } from './request.ts';
import type { Wait } from './waits.ts';
import { waitBefore } from './waits.ts';

const patienceMs = 20_000;

/** What an answer comes to, and how long to wait when the call should be tried again. */
export interface Judged<Result> {
  readonly result: Result;
  readonly wait: Wait | null;
}

/** Sends requests of one mailbox through its gate and repeats what may be repeated, waiting up to 20 s for one call in all. */
export interface Sender {
  /** One request; `repeatable` when carrying it out twice does no harm. The request is made anew for each try. */
  send(request: () => GraphRequest, repeatable: boolean, patience?: Patience): Promise<Answer>;
  /** One request as often as `judge` asks for it; the last result counts. */
  sendJudged<Result>(
    slot: Slot,
    request: () => GraphRequest,
    judge: (answer: Answer, repeats: number) => Judged<Result> | Promise<Judged<Result>>,
    patience: Patience,
  ): Promise<Result>;
  newPatience(): Patience;
}

/** What a sender works with; `signal` ends its calls. */
export interface SenderOptions {
  readonly transport: Transport;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A sender for one mailbox. */
export function createSender({ transport, gate, clock, signal }: SenderOptions): Sender {
  const newPatience = () => createPatience(clock, patienceMs);

  /** A held mailbox is waited for inside the slot, so that nothing overtakes. */
  async function sendWhenOpen(request: GraphRequest, patience: Patience): Promise<Answer> {
    for (let heldMs = gate.heldMs(); heldMs > 0; heldMs = gate.heldMs()) {
      if (heldMs > patience.leftMs()) return { kind: 'held', waitMs: heldMs };
      await patience.wait(heldMs, signal);
    }
    return transport(request, signal);
  }

  const sendJudged: Sender['sendJudged'] = (slot, request, judge, patience) =>
    repeatPatiently(patience, signal, (repeats) =>
      gate[slot](async (): Promise<Tried<Awaited<ReturnType<typeof judge>>['result']>> => {
        signal.throwIfAborted();
        const { result, wait } = await judge(await sendWhenOpen(request(), patience), repeats);
        if (wait?.wholeMailbox) gate.hold(wait.ms);
        return { result, waitMs: wait?.ms ?? null };
      }),
    );

  return {
    newPatience,
    sendJudged,
    send: (request, repeatable, patience = newPatience()) =>
      sendJudged(
        'single',
        request,
        (answer, repeats) => ({ result: answer, wait: waitBefore(answer, repeatable, repeats, clock) }),
        patience,
      ),
  };
}
