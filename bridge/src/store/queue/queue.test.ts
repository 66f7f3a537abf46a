import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { TestPlace } from '../fixture.ts';
import { newId, openingMs, testLog, testStores } from '../fixture.ts';
import type { OpenStore } from '../open.ts';
import { openStore } from '../open.ts';
import type { PassKey, Queue } from './queue.ts';

const newUser = (): UserId => as(newId('005'));

/** A record of which passes started, to wait for. */
function rehearsal() {
  const started: UserId[] = [];
  const expected = new Map<string, () => void>();
  const timesOf = (userId: UserId): number => started.filter((id) => id === userId).length;
  return {
    started,
    /** Resolves when the user's pass has started for the n-th time. */
    startOf: (userId: UserId, times = 1): Promise<void> =>
      timesOf(userId) >= times
        ? Promise.resolve()
        : new Promise((resolve) => expected.set(`${userId}|${times}`, resolve)),
    /** Notes the start; answers which time it is. */
    start: ({ userId }: PassKey): number => {
      started.push(userId);
      expected.get(`${userId}|${timesOf(userId)}`)?.();
      return timesOf(userId);
    },
  };
}

describe.each(testStores())('the queue, $name', ({ migrated, shared }) => {
  let place: TestPlace;
  let stores: OpenStore[];
  let log: ReturnType<typeof testLog>;

  const openQueue = async (): Promise<Queue> => {
    const open = await openStore({ ...place.options, log });
    stores.push(open);
    return open.openQueue();
  };

  beforeEach(async () => {
    place = await migrated();
    stores = [];
    log = testLog();
  }, openingMs);
  afterEach(async () => {
    await Promise.all(stores.map((open) => open.close()));
    await place.remove();
  }, openingMs);

  it(
    'runs a pass once, however often it was woken before',
    async () => {
      const queue = await openQueue();
      const { started, start, startOf } = rehearsal();
      const [often, last] = [newUser(), newUser()];
      await Promise.all([1, 2, 3].map(() => queue.wake(often, 'Contact')));
      await queue.wakeMany([
        { userId: often, kind: 'Contact' },
        { userId: last, kind: 'Contact' },
      ]);
      queue.work(async (pass) => void start(pass), { concurrency: 1 });
      await startOf(last);
      expect(started).toEqual([often, last]);
    },
    openingMs,
  );

  it(
    'runs exactly one successor of a pass that was woken while it ran',
    async () => {
      const queue = await openQueue();
      const { started, start, startOf } = rehearsal();
      const [woken, last] = [newUser(), newUser()];
      queue.work(
        async (pass) => {
          if (start(pass) > 1 || pass.userId !== woken) return;
          for (let i = 0; i < 3; i += 1) await queue.wake(woken, 'Contact');
        },
        { concurrency: 1 },
      );
      await queue.wake(woken, 'Contact');
      await startOf(woken, 2);
      await queue.wake(last, 'Contact');
      await startOf(last);
      expect(started).toEqual([woken, woken, last]);
    },
    openingMs,
  );

  it(
    'never runs two passes of a mailbox and kind at once, in any number of processes',
    async () => {
      const queues = [await openQueue(), ...(shared ? [await openQueue()] : [])];
      const users = [newUser(), newUser(), newUser()];
      const running = new Set<UserId>();
      const ran = new Map<UserId, number>();
      let overlaps = 0;
      const done = Promise.withResolvers<void>();
      for (const queue of queues) {
        queue.work(
          async ({ userId, kind }) => {
            if (running.has(userId)) overlaps += 1;
            running.add(userId);
            const times = (ran.get(userId) ?? 0) + 1;
            ran.set(userId, times);
            if (times < 5) await queue.wake(userId, kind);
            await new Promise((resolve) => setTimeout(resolve, 20));
            running.delete(userId);
            if (users.every((user) => (ran.get(user) ?? 0) >= 5) && running.size === 0) done.resolve();
          },
          { concurrency: 4 },
        );
      }
      await Promise.all(queues.flatMap((queue) => users.map((user) => queue.wake(user, 'Contact'))));
      await done.promise;
      expect(overlaps).toBe(0);
    },
    openingMs,
  );

  it(
    'lets contacts and events of a mailbox, and other mailboxes, run beside a slow pass',
    async () => {
      const queue = await openQueue();
      const [slow, quick] = [newUser(), newUser()];
      const others = Promise.withResolvers<void>();
      const seen: string[] = [];
      const slowEnded = Promise.withResolvers<void>();
      queue.work(
        async ({ userId, kind }) => {
          if (userId === slow && kind === 'Contact') {
            await others.promise;
            slowEnded.resolve();
            return;
          }
          seen.push(kind);
          if (seen.length === 4) others.resolve();
          else if (userId === quick) await queue.wake(quick, 'Contact');
        },
        { concurrency: 2 },
      );
      await queue.wake(slow, 'Contact');
      await queue.wake(slow, 'Event');
      await queue.wake(quick, 'Contact');
      await slowEnded.promise;
      expect(seen).toContain('Event');
    },
    openingMs,
  );

  it(
    'brings a waiting pass forward and never puts it off',
    async () => {
      const queue = await openQueue();
      const { started, start, startOf } = rehearsal();
      const [forward, kept, later, last] = [newUser(), newUser(), newUser(), newUser()];
      await queue.wake(forward, 'Contact', { afterSeconds: 600 });
      await queue.wake(forward, 'Contact');
      await queue.wake(kept, 'Contact');
      await queue.wake(kept, 'Contact', { afterSeconds: 600 });
      await queue.wake(later, 'Contact', { afterSeconds: 600 });
      await queue.wake(last, 'Contact');
      queue.work(async (pass) => void start(pass), { concurrency: 1 });
      await startOf(last);
      expect(new Set(started)).toEqual(new Set([forward, kept, last]));
    },
    openingMs,
  );

  it(
    'runs the higher priority first, also when it is given later',
    async () => {
      const queue = await openQueue();
      const { started, start, startOf } = rehearsal();
      const [low, raised] = [newUser(), newUser()];
      await queue.wake(low, 'Contact');
      await queue.wake(raised, 'Contact');
      await queue.wake(raised, 'Contact', { priority: 10 });
      queue.work(async (pass) => void start(pass), { concurrency: 1 });
      await startOf(low);
      expect(started).toEqual([raised, low]);
    },
    openingMs,
  );

  it(
    'makes a pass that fails wait longer each time, and leaves others alone',
    async () => {
      const queue = await openQueue();
      const { started, start, startOf } = rehearsal();
      const [failing, other] = [newUser(), newUser()];
      queue.work(
        async (pass) => {
          start(pass);
          if (pass.userId === failing) throw new TypeError('no content of this in the log');
        },
        { concurrency: 1 },
      );
      await queue.wake(failing, 'Contact');
      await startOf(failing);
      await queue.wake(other, 'Contact');
      await startOf(other);
      expect(started).toEqual([failing, other]);
      await queue.wake(failing, 'Contact');
      await startOf(failing, 2);
      await queue.wake(other, 'Contact');
      await startOf(other, 2);
      expect(log.warnings).toEqual([
        { userId: failing, kind: 'Contact', code: 'TypeError', failures: 1, seconds: 5 },
        { userId: failing, kind: 'Contact', code: 'TypeError', failures: 2, seconds: 10 },
      ]);
    },
    openingMs,
  );

  it(
    'waits for running passes when it stops, and starts none',
    async () => {
      const queue = await openQueue();
      const [running, waiting] = [newUser(), newUser()];
      const { started, start, startOf } = rehearsal();
      const finish = Promise.withResolvers<void>();
      let aborted = false;
      queue.work(
        async (pass, signal) => {
          start(pass);
          await finish.promise;
          aborted = signal.aborted;
        },
        { concurrency: 1 },
      );
      await queue.wake(running, 'Contact');
      await startOf(running);
      await queue.wake(waiting, 'Contact');
      const stopped = queue.stop({ graceSeconds: 60 });
      finish.resolve();
      await stopped;
      expect(started).toEqual([running]);
      expect(aborted).toBe(false);
    },
    openingMs,
  );

  it(
    'aborts a pass that outlasts the grace, which runs again after the next start',
    async () => {
      const userId = newUser();
      const first = rehearsal();
      const queue = await openQueue();
      queue.work(
        (pass, signal) => {
          first.start(pass);
          return new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('aborted')));
          });
        },
        { concurrency: 1 },
      );
      await queue.wake(userId, 'Contact');
      await first.startOf(userId);
      await queue.stop({ graceSeconds: 0 });
      await stores.pop()?.close();

      const second = rehearsal();
      const again = await openQueue();
      again.work(async (pass) => void second.start(pass), { concurrency: 1 });
      await second.startOf(userId);
      expect(log.warnings).toEqual([]);
    },
    openingMs,
  );

  it(
    'repeats at once what a dead process was running',
    async () => {
      const userId = newUser();
      await openQueue().then((queue) => queue.wake(userId, 'Contact'));
      await stores.pop()?.close();
      await place.sql(
        `update tandem_queue.job set state = 'active', started_on = now(), heartbeat_on = now()`,
      );

      const { started, start, startOf } = rehearsal();
      const queue = await openQueue();
      queue.work(async (pass) => void start(pass), { concurrency: 1 });
      await startOf(userId);
      expect(started).toEqual([userId]);
    },
    openingMs,
  );
});
