import type { Field } from 'c/tandemFields';
import { asksNothing, checkCondition, type FilterFault, type FilterFields } from 'c/tandemRules';
import { fill } from 'c/tandemText';
import { dayWords, daysOf, spanOptions } from './days';
import { isChanged, type DraftCondition, type SavedCondition } from './draft';
import { labels as faults } from './fault-labels';
import { labels } from './labels';
import { operatorOptions, operatorWords } from './operators';

type Fields = FilterFields<Field>;
type Option = { readonly value: string; readonly label: string };
/** The values of picklists by object and field. */
export type Choices = Readonly<Record<string, Readonly<Record<string, readonly Option[]>>>>;

export const OBJECTS: readonly Option[] = [
  { value: 'Contact', label: labels.contact },
  { value: 'Account', label: labels.account },
];

const FLAGS: readonly Option[] = [
  { value: 'true', label: labels.checked },
  { value: 'false', label: labels.notChecked },
];

const FAULTS: Readonly<Record<FilterFault, string>> = {
  'no-object': faults.faultNoObject,
  'unknown-field': faults.faultUnknownField,
  formula: faults.faultFormula,
  'not-filterable': faults.faultNotFilterable,
  'not-comparable': faults.faultNotComparable,
  'no-operator': faults.faultNoOperator,
  'wrong-operator': faults.faultWrongOperator,
  'no-value': faults.faultNoValue,
  'no-flag': faults.faultNoFlag,
  'no-number': faults.faultNoNumber,
  'no-date': faults.faultNoDate,
  'no-id': faults.faultNoId,
};

const isOfDays = (field: Field | undefined) => field?.type === 'date' || field?.type === 'datetime';
const isNumber = (type: string) => ['int', 'double', 'currency', 'percent', 'long'].includes(type);

/** The field that a condition names, whatever the letter case. */
export function fieldOf({ object, field }: DraftCondition, fields: Fields): Field | undefined {
  if (object !== 'Contact' && object !== 'Account') return undefined;
  return [...fields[object].values()].find(({ name }) => name.toLowerCase() === field.trim().toLowerCase());
}

/** Why the condition cannot work, in words; empty when it can. */
export function faultOf(condition: DraftCondition, fields: Fields): string {
  const checked = checkCondition(condition, fields);
  if (!('fault' in checked)) return '';
  if (condition.field === '' && checked.fault === 'unknown-field') return faults.faultChoose;
  return fill(FAULTS[checked.fault], condition.field);
}

/** By what the value of a condition is edited. */
function editorOf({ operator }: DraftCondition, field: Field | undefined, values: readonly Option[]) {
  if (asksNothing(operator)) return 'none';
  if (isOfDays(field)) return 'days';
  if (values.length > 0) return 'list';
  const [target] = field?.referenceTo ?? [];
  // Record types are no records that the picker finds.
  if (target !== undefined && target !== 'RecordType') return 'record';
  return isNumber(field?.type ?? '') ? 'number' : 'text';
}

/** The conditions as the screen shows them, each with what its value is edited by. */
export function shownConditions(
  conditions: readonly DraftCondition[],
  saved: readonly SavedCondition[],
  fields: Fields,
  choices: Choices,
) {
  return conditions.map((condition, index) => {
    const { object, value } = condition;
    const field = fieldOf(condition, fields);
    const values = choicesOf(condition, field, choices);
    const editor = editorOf(condition, field, values);
    const title = fill(labels.condition, index + 1);
    return {
      ...condition,
      title,
      removeName: fill(labels.removeOne, title),
      fieldOptions: fieldOptions(condition, field, fields),
      field: field?.name ?? condition.field,
      operatorOptions: operatorOptions(field?.type),
      isList: editor === 'list',
      isDays: editor === 'days',
      isRecord: editor === 'record',
      isNumber: editor === 'number',
      isText: editor === 'text',
      valueLabel: field?.type === 'reference' ? labels.id : labels.value,
      valueOptions: values,
      target: field?.referenceTo[0],
      days: daysOf(value),
      spanOptions: isOfDays(field) ? spanOptions(value) : [],
      fault: condition.field === '' && object !== '' && !isTyped(condition) ? '' : faultOf(condition, fields),
      remarks: condition.errors.map((text, key) => ({ key, text })),
      state: isChanged(condition, saved) ? labels.unsaved : '',
    };
  });
}

/** Whether there is anything that would be lost. */
export function isTyped({ field, value }: DraftCondition): boolean {
  return field !== '' || value !== '';
}

function choicesOf(
  { object, value }: DraftCondition,
  field: Field | undefined,
  choices: Choices,
): readonly Option[] {
  if (!field) return [];
  const options = field.type === 'boolean' ? FLAGS : (choices[object]?.[field.name] ?? []);
  if (options.length === 0 || value === '' || options.some((option) => option.value === value))
    return options;
  return [...options, { value, label: fill(labels.notThere, value) }];
}

/** The fields that can be compared, and the one that is chosen though it cannot. */
function fieldOptions(
  { object, field: name }: DraftCondition,
  field: Field | undefined,
  fields: Fields,
): readonly Option[] {
  const all = object === 'Contact' || object === 'Account' ? [...fields[object].values()] : [];
  const options = all.map(({ name: value, label, typeLabel }) => ({
    value,
    label: `${label} · ${typeLabel}`,
  }));
  return name === '' || field ? options : [...options, { value: name, label: fill(labels.notThere, name) }];
}

/** The conditions in words, as far as they can work. */
export function wordsOf(
  conditions: readonly DraftCondition[],
  fields: Fields,
  choices: Choices,
): readonly { readonly key: string; readonly text: string }[] {
  return conditions.flatMap((condition) => {
    const checked = checkCondition(condition, fields);
    if ('fault' in checked) return [];
    const { object, field, operator, value } = checked;
    const place = OBJECTS.find((option) => option.value === object)?.label ?? object;
    const shown = choicesOf(condition, field, choices).find((option) => option.value === value)?.label;
    const days = isOfDays(field) ? dayWords(value) : undefined;
    const asked = value === '' ? '' : (days ?? `“${shown ?? value}”`);
    return [
      {
        key: condition.key,
        text: fill(labels.words, place, field.label, operatorWords(operator, field.type), asked).trim(),
      },
    ];
  });
}
