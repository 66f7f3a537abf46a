import { join } from 'node:path';
import { packageOf } from '../metadata/package.ts';
import type { Problem } from '../metadata/problem.ts';
import { sayProblem } from '../metadata/problem.ts';
import { readSource } from '../metadata/source.ts';
import { provideJava } from './java.ts';
import { queryProblems } from './queries.ts';
import { ruleProblems } from './rules.ts';
import { typeProblems } from './types.ts';

/**
 * Checks the Apex of a project without an org: types, fields in queries and the rules of Code Analyzer. Nothing here runs
 * Apex. Needs Java.
 */
export async function checkApex(project: string): Promise<Problem[]> {
  provideJava();
  const { fields } = packageOf(readSource(join(project, 'force-app'))).pack;
  return [...typeProblems(project), ...queryProblems(project, fields), ...(await ruleProblems(project))];
}

if (import.meta.main) {
  const problems = await checkApex(join(import.meta.dirname, '..', '..'));
  for (const problem of problems) console.log(sayProblem(problem));
  console.log(`${problems.length} problems in the Apex classes`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
