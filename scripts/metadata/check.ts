import { packageOf } from './package.ts';
import { sayProblem, type Problem } from './problem.ts';
import type { Report, Rule } from './rule.ts';
import { checkClassAccess } from './rules/class-access.ts';
import { checkFieldPermissions } from './rules/field-permissions.ts';
import { checkFields } from './rules/fields.ts';
import { checkLayouts } from './rules/layouts.ts';
import { checkListViews } from './rules/list-views.ts';
import { checkNavigation } from './rules/navigation.ts';
import { checkObjectPermissions } from './rules/object-permissions.ts';
import { checkObjects } from './rules/objects.ts';
import { checkPicklists } from './rules/picklists.ts';
import { checkRelationships } from './rules/relationships.ts';
import { checkReports } from './rules/reports.ts';
import { checkTexts } from './rules/texts.ts';
import { checkValidationRules } from './rules/validation-rules.ts';
import { metadataSchema } from './schema.ts';
import { checkShape } from './shape.ts';
import { readSource, type SourceFile } from './source.ts';

const RULES: readonly Rule[] = [
  checkObjects,
  checkFields,
  checkRelationships,
  checkPicklists,
  checkTexts,
  checkValidationRules,
  checkListViews,
  checkObjectPermissions,
  checkFieldPermissions,
  checkClassAccess,
  checkLayouts,
  checkReports,
  checkNavigation,
];

/** Checks metadata files one by one and against each other; problems come sorted by file and line. */
export function checkMetadata(sources: readonly SourceFile[]): Problem[] {
  const { pack, problems } = packageOf(sources);
  const report: Report = (file, line, message) => problems.push({ file: file.path, line, message });
  for (const file of pack.files)
    checkShape(file.root, metadataSchema(), (line, message) => report(file, line, message));
  for (const rule of RULES) rule(pack, report);
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

if (import.meta.main) {
  const sources = readSource(process.argv[2]);
  const problems = checkMetadata(sources);
  for (const problem of problems) console.log(sayProblem(problem));
  console.log(`${sources.length} metadata files, ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
