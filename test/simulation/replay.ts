import type { About } from './generate.ts';
import type { Plan } from './plan.ts';

/** Prints everything that happens in one run: of a plan, or of a seed and number. */
export async function replay(
  which: Plan | { readonly seed: string; readonly number: number; readonly about: About },
): Promise<void> {
  // From here on this process has the simulation's time.
  await import('./machine/install.ts');
  const [{ run }, { generate }] = await Promise.all([import('./run.ts'), import('./generate.ts')]);
  const plan = 'turns' in which ? which : generate(which.seed, which.number, which.about);
  console.log(JSON.stringify(plan));
  const { broken } = await run(plan, (line) => console.log(line));
  if (broken === null) console.log('holds every rule');
  process.exitCode = broken === null ? 0 : 1;
}
