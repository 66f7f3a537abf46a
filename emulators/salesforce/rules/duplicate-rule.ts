import { refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Act, Org } from '../store/org.ts';
import type { Row } from '../store/table.ts';
import { API_ROOT } from '../version.ts';
import { isSameName } from './fuzzy-name.ts';

type DuplicateAction = 'Allow' | 'Alert' | 'Block';

/** A duplicate rule with its one matching rule; all of its fields have to match, and blank fields never do. */
export interface DuplicateRule {
  readonly name: string;
  readonly object: string;
  readonly onCreate: DuplicateAction;
  readonly onEdit: DuplicateAction;
  readonly message: string;
  readonly matchingRule: string;
  readonly match: readonly { readonly field: string; readonly method: 'Exact' | 'FuzzyName' }[];
  /** `bypass` compares with records that the writer cannot see, too. */
  readonly sharing: 'enforce' | 'bypass';
  readonly active: boolean;
}

/** What the header Sforce-Duplicate-Rule-Header says (REST guide, "Duplicate Rule Header"). */
export interface DuplicateWish {
  readonly allowSave: boolean;
  readonly includeRecordDetails: boolean;
}

/** Adds a rule, in place of one of the same name; throws when it names a field that its object does not have. */
export function addDuplicateRule(org: Org, rule: DuplicateRule): void {
  const type = org.schema.object(rule.object)!;
  for (const { field } of rule.match) {
    if (!type.fields.has(field.toLowerCase())) {
      throw new Error(`duplicate rule ${rule.name}: there is no field ${rule.object}.${field}`);
    }
  }
  const others = org.duplicateRules.filter((one) => one.name !== rule.name);
  org.duplicateRules.splice(0, Infinity, ...others, rule);
}

/** The refusal by the first duplicate rule that finds matches; an alert is none when the writer saves all the same. */
export function duplicateRefusal(
  org: Org,
  type: ObjectType,
  row: Row,
  before: Row | undefined,
  act: Act,
): Refusal | undefined {
  for (const rule of org.duplicateRules) {
    if (!rule.active || rule.object !== type.name) continue;
    const action = before ? rule.onEdit : rule.onCreate;
    if (action === 'Allow' || (action === 'Alert' && act.duplicates.allowSave)) continue;
    const matches = matchesOf(org, type, rule, row, act);
    if (matches.length > 0) return detected(type, rule, action, matches, act);
  }
  return undefined;
}

function matchesOf(org: Org, type: ObjectType, rule: DuplicateRule, row: Row, act: Act): Row[] {
  if (rule.match.some(({ field }) => row[field] === undefined)) return [];
  const table = org.table(type);
  const exact = rule.match.find(({ method }) => method === 'Exact');
  const found = exact
    ? [...table.lookup(org.schema.field(type, exact.field)!, row[exact.field]!)].map((id) => table.get(id)!)
    : [...table.all()];
  const candidates = found.filter((other) => other.Id !== row.Id && other['IsDeleted'] !== true);
  const matches = candidates.filter((other) => rule.match.every((part) => fits(part, row, other)));
  if (matches.length === 0) return matches;
  const sameSave = new Set(act.journal.touched());
  return matches
    .filter((other) => !sameSave.has(other.Id))
    .filter((other) => rule.sharing === 'bypass' || act.gate.sees(type, other));
}

function fits({ field, method }: DuplicateRule['match'][number], row: Row, other: Row): boolean {
  const [own, theirs] = [row[field], other[field]].map((value) => String(value ?? ''));
  if (theirs === '' || own === '') return false;
  return method === 'FuzzyName' ? isSameName(own!, theirs!) : own!.toLowerCase() === theirs!.toLowerCase();
}

/** The detail is shown to single rows under a misspelt key, as the service does, and left out in collections. */
function detected(
  type: ObjectType,
  rule: DuplicateRule,
  action: DuplicateAction,
  matches: readonly Row[],
  act: Act,
): Refusal {
  const visible = matches.filter((row) => act.gate.sees(type, row));
  const matchRecords = visible.map((row) => ({
    additionalInformation: [],
    fieldDiffs: [],
    matchConfidence: 100.0,
    record: recordOf(type, rule, row, act),
  }));
  const duplicateResut = {
    allowSave: action === 'Alert',
    duplicateRule: rule.name,
    duplicateRuleEntityType: type.name,
    errorMessage: rule.message,
    matchResults: [
      {
        entityType: type.name,
        errors: [],
        matchEngine: rule.match.some(({ method }) => method === 'FuzzyName')
          ? 'FuzzyMatchEngine'
          : 'ExactMatchEngine',
        matchRecords,
        rule: rule.matchingRule,
        size: matchRecords.length,
        success: true,
      },
    ],
  };
  return { ...refuse('DUPLICATES_DETECTED', rule.message), detail: { duplicateResut } };
}

function recordOf(type: ObjectType, rule: DuplicateRule, row: Row, act: Act): object {
  const attributes = { type: type.name, url: `${API_ROOT}/sobjects/${type.name}/${row.Id}` };
  if (!act.duplicates.includeRecordDetails) return { attributes, Id: row.Id };
  const shown = ['Name', ...rule.match.map(({ field }) => field)]
    .map((name) => type.fields.get(name.toLowerCase()))
    .filter((field) => field !== undefined && act.gate.readsField(type, field));
  const fields = shown.map((field) => [field!.name, row[field!.name] ?? null] as const);
  return { attributes, Id: row.Id, ...Object.fromEntries(fields) };
}
