import { checkFormula, type FieldAt } from '../formula/check.ts';
import { holds } from '../formula/evaluate.ts';
import { UnsupportedFormula, type Formula } from '../formula/formula.ts';
import { parseFormula } from '../formula/parse.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { relationshipField, type ObjectType } from '../schema/object-type.ts';
import type { Schema } from '../schema/schema.ts';
import { followHops } from '../soql/column.ts';
import type { Act, Org } from '../store/org.ts';
import type { Row, Value } from '../store/table.ts';
import type { Field } from '../schema/field.ts';

/** A validation rule as Metadata API writes it. */
export interface ValidationRuleMetadata {
  readonly name: string;
  readonly active: boolean;
  readonly formula: string;
  readonly message: string;
  /** The field beside which the screen shows the message; absent for the top of the page. */
  readonly field?: string | undefined;
}

/** A rule whose formula was read: a save that fulfils it is refused. */
export interface ValidationRule extends Omit<ValidationRuleMetadata, 'formula'> {
  readonly formula: Formula;
}

/** Adds a rule to its object, in place of one of the same name; throws when its formula is outside the subset, naming `where` it stands. */
export function addValidationRule(
  schema: Schema,
  object: string,
  metadata: ValidationRuleMetadata,
  where: string,
): void {
  const type = schema.object(object);
  if (!type) throw new Error(`${where}: there is no object ${object}`);
  try {
    const formula = parseFormula(metadata.formula);
    checkFormula(formula, fieldsFrom(schema, type));
    const others = type.validationRules.filter((rule) => rule.name !== metadata.name);
    type.validationRules.splice(0, Infinity, ...others, { ...metadata, formula });
  } catch (error) {
    if (error instanceof UnsupportedFormula) throw new Error(`${where}: ${error.message}`, { cause: error });
    throw error;
  }
}

interface Path {
  readonly hops: readonly Field[];
  readonly field: Field;
  /** Counted from the user who saves instead of the record. */
  readonly ofUser: boolean;
}

function pathFrom(schema: Schema, type: ObjectType, path: string): Path | undefined {
  const names = path.split('.');
  const ofUser = names[0]!.toLowerCase() === '$user';
  let current: ObjectType | undefined = ofUser ? schema.object('User') : type;
  if (ofUser) names.shift();
  const hops: Field[] = [];
  for (const name of names.slice(0, -1)) {
    const hop: Field | undefined = current && relationshipField(current, name);
    if (!hop) return undefined;
    hops.push(hop);
    current = schema.object(hop.referenceTo[0] ?? '');
  }
  const field = current && names.length > 0 ? schema.field(current, names.at(-1)!) : undefined;
  return field && { hops, field, ofUser };
}

function fieldsFrom(schema: Schema, type: ObjectType): FieldAt {
  return (path) => pathFrom(schema, type, path)?.field;
}

/** The refusal by the first rule that a save fulfils. */
export function brokenRule(
  org: Org,
  type: ObjectType,
  row: Row,
  before: Row | undefined,
  act: Act,
): Refusal | undefined {
  const read = (from: Row, path: string): Value => {
    const { hops, field, ofUser } = pathFrom(org.schema, type, path)!;
    const start = ofUser ? org.row(act.userId) : from;
    const reached = start && followHops(org, hops, start);
    return reached?.[field.name] ?? null;
  };
  const occasion = {
    now: (path: string) => read(row, path),
    before: (path: string) => read(before ?? row, path),
    isNew: before === undefined,
  };
  const broken = type.validationRules.find((rule) => rule.active && holds(rule.formula, occasion));
  if (!broken) return undefined;
  const fields = broken.field === undefined ? [] : [broken.field];
  return refuse('FIELD_CUSTOM_VALIDATION_EXCEPTION', broken.message, fields);
}
