import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { BridgeProcess } from '../../e2e/world/bridge.ts';
import type { World } from '../../e2e/world.ts';
import type { Passage } from '../gate.ts';

/** Half of them in Outlook, half in Salesforce. */
export const items = 300;

const mostCalls = 30;
const longestWaitMs = 40;
const patienceMs = 90_000;

/** How a first sync ended that was killed on its way. */
export interface KilledSync {
  readonly lost: number;
  readonly double: number;
  /** From the start of each process after a kill to its first call about a mailbox's contacts, in milliseconds. */
  readonly toProgressMs: readonly number[];
}

/** Sees every call of the bridge to either service. */
export interface Turnstile {
  onCall: (call: IncomingMessage) => Passage;
}

/**
 * A first sync of 300 items both ways by `tandem start`, killed so many times without a chance to clean up: each time at some
 * call to a service, which is carried out or not, and some milliseconds after it. Then it runs to its end.
 */
export async function killedFirstSync(
  world: World,
  turnstile: Turnstile,
  kills: number,
  random: () => number,
): Promise<KilledSync> {
  await fill(world);
  const toProgressMs: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const { progress, bridge } = await liveUntilKilled(world, turnstile, random);
    expect(await bridge.ended, bridge.output()).toBe('SIGKILL');
    if (kill > 0 && progress !== null) toProgressMs.push(progress);
  }
  const life = startedNow(world, turnstile, () => ({ kind: 'pass' }));
  await expect
    .poll(async () => (await world.links()).filter(({ state }) => state === 'Live').length, {
      timeout: patienceMs,
      interval: 250,
      message: 'live links',
    })
    .toBe(items);
  // When the sync was done already, it may not have begun to listen for signals.
  await expect.poll(() => life.progress(), { timeout: patienceMs }).not.toBeNull();
  life.bridge.kill('SIGTERM');
  expect(await life.bridge.ended, life.bridge.output()).toBe(0);
  toProgressMs.push(life.progress() ?? 0);
  const { mailboxes, contacts } = await world.snapshot();
  const sides = [mailboxes.flatMap((mailbox) => mailbox.contacts).length, contacts.length];
  return {
    lost: sides.reduce((sum, count) => sum + Math.max(0, items - count), 0),
    double: sides.reduce((sum, count) => sum + Math.max(0, count - items), 0),
    toProgressMs,
  };
}

async function fill({ ada }: World): Promise<void> {
  const half = Array.from({ length: items / 2 }, (_, index) => index);
  await ada.outlook.createsAll(
    half.map((index) => ({
      givenName: 'From Outlook',
      surname: `Person ${index}`,
      ...(index % 2 === 0 && { emailAddresses: [{ address: `outlook${index}@example.test` }] }),
    })),
  );
  await ada.salesforce.createsAll(
    half.map((index) => ({
      FirstName: 'From Salesforce',
      LastName: `Human ${index}`,
      ...(index % 2 === 0 && { Email: `salesforce${index}@example.test` }),
    })),
  );
}

async function liveUntilKilled(world: World, turnstile: Turnstile, random: () => number) {
  const last = Math.floor(random() * mostCalls);
  const arrives = random() < 0.5;
  const afterMs = Math.floor(random() * longestWaitMs);
  const { promise: due, resolve: fall } = Promise.withResolvers<void>();
  let calls = 0;
  const life = startedNow(world, turnstile, () => {
    if (calls++ !== last) return { kind: 'pass' };
    fall();
    return arrives ? { kind: 'pass' } : { kind: 'cut' };
  });
  await Promise.race([due, life.bridge.ended]);
  await sleep(afterMs);
  life.bridge.kill('SIGKILL');
  return { bridge: life.bridge, progress: life.progress() };
}

function startedNow(
  world: World,
  turnstile: Turnstile,
  decide: (call: IncomingMessage) => Passage,
): { readonly bridge: BridgeProcess; progress(): number | null } {
  const started = performance.now();
  let progress: number | null = null;
  turnstile.onCall = (call) => {
    if (/contacts/i.test(call.url ?? '')) progress ??= performance.now() - started;
    return decide(call);
  };
  return { bridge: world.start(['start']), progress: () => progress };
}
