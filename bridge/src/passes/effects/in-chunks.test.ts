import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { WriteTally } from '../../domain/write-tally.ts';
import type { CreateItemStep } from '../../sync/plan/step.ts';
import { sampleLink, sampleRecord } from '../../sync/testing/samples.ts';
import type { ChunkContext } from '../pass-context.ts';
import type { Effects } from './effects.ts';
import { noEffects } from './effects.ts';
import { inChunks } from './in-chunks.ts';

const stepOf = (name: string, replaces: Link | null = null): CreateItemStep => ({
  kind: 'createItem',
  record: sampleRecord({}, name),
  values: {},
  replaces,
});

interface Course {
  readonly intents?: readonly string[];
  readonly refusedOf?: string;
  readonly stopsAfter?: string;
  readonly failsToWrite?: string;
  readonly failsToRemember?: string;
  readonly chunkSize?: number;
}

/** Takes the steps one by one; `told` is what happened, in its order. */
async function course(steps: readonly CreateItemStep[], course: Course = {}, total = noEffects()) {
  const told: string[] = [];
  const names = new Map<Effects, string>();
  const tally: WriteTally = { written: 1, refused: 0 };
  let remembered = '';
  const context = {
    store: {
      intents: { ofMailbox: () => Promise.resolve(new Set(course.intents?.map((id) => as<RecordId>(id)))) },
    },
    claim: {},
    signal: new AbortController().signal,
    chunkSize: course.chunkSize ?? 1,
    onProgress: (done: number) => {
      told.push(`${done} done`);
      return Promise.resolve();
    },
    brakes: {
      grant: (wanted: number) => Promise.resolve(wanted),
      note: () => Promise.resolve(course.stopsAfter === remembered ? tally : null),
    },
  } as unknown as ChunkContext;
  const name = (effects: Effects) => names.get(effects) ?? '';
  const stop = await inChunks(context, steps, total, {
    carryOut: async ([step], effects) => {
      names.set(effects, step!.record.id);
      told.push(`${name(effects)} is written`);
      if (course.failsToWrite === name(effects)) throw new Error('not written');
      // Whatever goes on beside it goes on.
      await setImmediate();
    },
    remember: async (effects) => {
      await setImmediate();
      if (course.failsToRemember === name(effects)) throw new Error('not remembered');
      remembered = name(effects);
      told.push(`${remembered} is remembered`);
    },
    refused: (effects) => Number(course.refusedOf === name(effects)),
  }).catch((error: unknown) => {
    // What would still be going on would be told later.
    told.push((error as Error).message);
    return null;
  });
  await setImmediate();
  await setImmediate();
  return { told, stop, tally, total };
}

const three = [stepOf('a'), stepOf('b'), stepOf('c')];
const oneByOne = [
  'a is written',
  'a is remembered',
  '1 done',
  'b is written',
  'b is remembered',
  '2 done',
  'c is written',
  'c is remembered',
  '3 done',
];

it('first items are remembered while the next ones are written, and never more than two chunks are open', async () => {
  const { told, stop } = await course(three);

  expect(told).toEqual([
    'a is written',
    'b is written',
    'a is remembered',
    '1 done',
    'c is written',
    'b is remembered',
    '2 done',
    'c is remembered',
    '3 done',
  ]);
  expect(stop).toBeNull();
});

it.each([
  [200, ['200 done']],
  [300, ['200 done', '300 done']],
  [1000, ['500 done', '1000 done']],
  [2400, ['1000 done', '2000 done', '2400 done']],
])('%i first items make two chunks at least if they are many, and none too large', async (count, wanted) => {
  const steps = Array.from({ length: count }, (_, number) => stepOf(`record ${number}`));

  const { told } = await course(steps, { chunkSize: 1000 });

  expect(told.filter((line) => line.endsWith('done'))).toEqual(wanted);
});

it('an item that takes the place of another one is written when all before it is remembered, and remembered before the next', async () => {
  const { told } = await course([stepOf('a'), stepOf('b', sampleLink()), stepOf('c')]);

  expect(told).toEqual(oneByOne);
});

it('after a pass that broke off each chunk is remembered before the next is written', async () => {
  const { told } = await course(three, { intents: ['z'] });

  expect(told).toEqual(oneByOne);
});

it('links that planning found are remembered before anything that comes after the first chunk', async () => {
  const total = noEffects();
  total.links.push(sampleLink());

  const { told } = await course(three, {}, total);

  expect(told).toEqual(oneByOne);
});

it('a chunk with refusals is counted before the next is written', async () => {
  const { told, stop, tally, total } = await course(three, { refusedOf: 'a', stopsAfter: 'a' });

  expect(told).toEqual(['a is written', 'a is remembered', '1 done']);
  expect(stop).toBe(tally);
  expect(total.putOff).toBe(2);
});

it('a stop that is found while a chunk is written lets that one be remembered, and puts off the rest', async () => {
  const { told, stop, tally, total } = await course(three, { stopsAfter: 'a' });

  expect(told).toEqual([
    'a is written',
    'b is written',
    'a is remembered',
    '1 done',
    'b is remembered',
    '2 done',
  ]);
  expect(stop).toBe(tally);
  expect([...total.again]).toEqual(['c']);
});

it('a chunk that cannot be remembered ends the pass, once what is being written has ended', async () => {
  const { told } = await course(three, { failsToRemember: 'a' });

  expect(told).toEqual(['a is written', 'b is written', 'not remembered']);
});

it('a chunk that cannot be written ends the pass when the one before is remembered', async () => {
  const { told } = await course(three, { failsToWrite: 'b' });

  expect(told).toEqual(['a is written', 'b is written', 'a is remembered', '1 done', 'not written']);
});
