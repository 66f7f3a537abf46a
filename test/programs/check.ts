import fc from 'fast-check';
import type { Program } from './program.ts';
import { programs, run, simplify } from './program.ts';

/** Programs of each run; one process runs a share of them. */
export const share = 5_000;

/**
 * Runs programs with this many mailboxes. TANDEM_PROGRAM_SEED takes the place of the seed, for other programs or to see a
 * failure again. Throws with the seed, the path and the simplest program that breaks a rule.
 */
export async function checkPrograms(mailboxes: fc.Arbitrary<number>, seed: number): Promise<void> {
  const property = fc.asyncProperty(programs(mailboxes), run);
  const chosen = process.env.TANDEM_PROGRAM_SEED;
  const result = await fc.check(property, {
    numRuns: share,
    seed: chosen === undefined ? seed : Number(chosen),
    endOnFailure: true,
  });
  if (!result.failed) return;
  const [program] = result.counterexample ?? [];
  const simple =
    program && (await simplify(program, async (simpler) => (await ruleBroken(simpler)) !== null));
  throw new Error(
    `TANDEM_PROGRAM_SEED=${result.seed}, path ${result.counterexamplePath}, program ${result.numRuns}: ` +
      `${simple ? await ruleBroken(simple) : ''}\n${JSON.stringify(simple)}`,
  );
}

/** What a program breaks; null when it holds all rules. */
export async function ruleBroken(program: Program): Promise<string | null> {
  try {
    await run(program);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
