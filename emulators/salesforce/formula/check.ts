import type { Field } from '../schema/field.ts';
import { UnsupportedFormula, type Formula } from './formula.ts';

/** Finds the field that a path such as `Account.Name` or `$User.Id` means; undefined when there is none. */
export type FieldAt = (path: string) => Field | undefined;

/**
 * Checks a formula as saving it in Setup would: every field exists, picklists are only compared by ISPICKVAL and TEXT,
 * and ISCHANGED and PRIORVALUE take a field of the record itself.
 */
export function checkFormula(formula: Formula, fieldAt: FieldAt): void {
  const visit = (part: Formula, picklistAllowed: boolean): void => {
    switch (part.kind) {
      case 'literal':
        return;
      case 'field': {
        const field = fieldAt(part.path);
        if (!field) throw new UnsupportedFormula(`there is no field ${part.path}`);
        if (field.calculated) throw new UnsupportedFormula(`the formula field ${part.path} is not supported`);
        if (field.type === 'picklist' && !picklistAllowed) {
          throw new UnsupportedFormula(`${part.path} is a picklist: use ISPICKVAL or TEXT`);
        }
        return;
      }
      case 'call': {
        const ofRecord = part.name === 'ISCHANGED' || part.name === 'PRIORVALUE';
        if (ofRecord && !isOwnField(part.operands[0]!)) {
          throw new UnsupportedFormula(`the function ${part.name} takes a field of the record`);
        }
        const picklists = ['ISPICKVAL', 'TEXT', 'ISBLANK', 'ISCHANGED', 'PRIORVALUE'].includes(part.name);
        for (const operand of part.operands) visit(operand, picklists);
        return;
      }
      default:
        visit(part.left, false);
        visit(part.right, false);
    }
  };
  visit(formula, false);
}

function isOwnField(formula: Formula): boolean {
  return formula.kind === 'field' && !formula.path.includes('.');
}
