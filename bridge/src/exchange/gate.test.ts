import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';
import { createFakeClock } from './testing/fake-clock.ts';

/** Tasks that wait until they are let go, and what runs at each moment. */
function createTasks() {
  const running = new Set<string>();
  const doors = new Map<string, () => void>();
  return {
    running,
    task: (name: string) => async () => {
      running.add(name);
      await new Promise<void>((resolve) => doors.set(name, resolve));
      running.delete(name);
    },
    end: async (name: string) => {
      doors.get(name)?.();
      await settled();
    },
  };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('the gate of a mailbox', () => {
  it('lets four single requests through at a time', async () => {
    const gate = createGate(createFakeClock());
    const { running, task, end } = createTasks();
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => gate.single(task(name)));
    await settled();
    expect([...running]).toEqual(['a', 'b', 'c', 'd']);
    await end('b');
    expect([...running]).toEqual(['a', 'c', 'd', 'e']);
    for (const name of ['a', 'c', 'd', 'e']) await end(name);
    await Promise.all(all);
  });

  it('lets a batch through with nothing beside it', async () => {
    const gate = createGate(createFakeClock());
    const { running, task, end } = createTasks();
    const all = [
      gate.single(task('single')),
      gate.alone(task('batch')),
      gate.single(task('late')),
      gate.alone(task('second')),
    ];
    await settled();
    expect([...running]).toEqual(['single']);
    await end('single');
    expect([...running]).toEqual(['batch']);
    await end('batch');
    expect([...running]).toEqual(['late']);
    await end('late');
    expect([...running]).toEqual(['second']);
    await end('second');
    await Promise.all(all);
  });

  it('goes on after a task that failed', async () => {
    const gate = createGate(createFakeClock());
    const failing = () => Promise.reject(new Error('broken'));
    await expect(gate.alone(failing)).rejects.toThrow('broken');
    await expect(gate.single(failing)).rejects.toThrow('broken');
    expect(await gate.single(async () => 'through')).toBe('through');
  });

  it('is held until the longest wait that was told is over', async () => {
    const clock = createFakeClock();
    const gate = createGate(clock);
    gate.hold(5_000);
    gate.hold(1_000);
    expect(gate.heldMs()).toBe(5_000);
    await clock.sleep(5_000, new AbortController().signal);
    expect(gate.heldMs()).toBe(0);
  });
});
