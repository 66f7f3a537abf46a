import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import type { About } from './generate.ts';
import { generate } from './generate.ts';

const main = join(import.meta.dirname, 'main.ts');
const seed = 'twice';

/** What a process of its own prints. */
async function printed(...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { maxBuffer: 2 ** 26 });
  return stdout.trimEnd().split('\n');
}

function fileOf(plan: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'plan.json');
  writeFileSync(file, plan);
  return file;
}

it.each<About>(['contacts', 'events', 'attendees'])(
  'a run about %s is the same line for line in two processes, one of which is given its seed, the other its plan',
  async (about) => {
    const plan = JSON.stringify(generate(seed, 0, about));
    const [ofSeed, ofPlan] = await Promise.all([
      printed('--seed', seed, '--run', '0', ...(about === 'contacts' ? [] : [`--${about}`])),
      printed('--plan', fileOf(plan)),
    ]);
    expect(ofSeed[0]).toBe(plan);
    expect(ofSeed).toContainEqual(expect.stringContaining('store chunks.remember'));
    expect(ofSeed.at(-1)).toBe('holds every rule');
    expect(ofPlan).toEqual(ofSeed);
  },
);
