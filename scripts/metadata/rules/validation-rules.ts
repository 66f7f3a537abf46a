import { childOf, valueOf } from '../element.ts';
import { formulaProblems } from '../formula.ts';
import { filesOfType } from '../package.ts';
import type { Rule } from '../rule.ts';

/** Validation rules name only what exists, and show their message at a field of their object. */
export const checkValidationRules: Rule = (pack, report) => {
  for (const file of filesOfType(pack, 'ValidationRule')) {
    const fields = pack.fields.get(file.object ?? '') ?? new Map<string, never>();
    const formula = childOf(file.root, 'errorConditionFormula');
    if (formula)
      for (const problem of formulaProblems(formula.text, fields))
        report(file, formula.line, `${file.object}.${file.name}: ${problem}`);
    const shownAt = valueOf(file.root, 'errorDisplayField');
    if (shownAt !== undefined && !fields.has(shownAt))
      report(
        file,
        childOf(file.root, 'errorDisplayField')?.line ?? 1,
        `${file.object} has no field ${shownAt}`,
      );
  }
};
