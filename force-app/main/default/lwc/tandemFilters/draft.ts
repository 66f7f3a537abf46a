import CONFIGURATION from '@salesforce/schema/Tandem_Filter__c.Configuration__c';
import FIELD from '@salesforce/schema/Tandem_Filter__c.Field__c';
import FILTER from '@salesforce/schema/Tandem_Filter__c';
import OBJECT from '@salesforce/schema/Tandem_Filter__c.Object__c';
import OPERATOR from '@salesforce/schema/Tandem_Filter__c.Operator__c';
import VALUE from '@salesforce/schema/Tandem_Filter__c.Value__c';
import type { Change } from 'c/tandemRows';
import { asksNothing, type FilterCondition } from 'c/tandemRules';
import type { FilterNode } from './queries';

/** A condition as the org has it. */
export interface SavedCondition extends FilterCondition {
  readonly id: string;
  readonly modified: string | null;
}

/** A condition as the admin sees it. */
export interface DraftCondition extends FilterCondition {
  readonly key: string;
  /** The record; null of a new one. */
  readonly id: string | null;
  readonly value: string;
  /** Why it was not saved. */
  readonly errors: readonly string[];
}

export function savedCondition({
  Id,
  Object__c,
  Field__c,
  Operator__c,
  Value__c,
  LastModifiedDate,
}: FilterNode): SavedCondition {
  return {
    id: Id,
    object: Object__c.value ?? '',
    field: Field__c.value ?? '',
    operator: Operator__c.value ?? '',
    value: Value__c.value,
    modified: LastModifiedDate.value,
  };
}

export function draftOf(saved: readonly SavedCondition[]): readonly DraftCondition[] {
  return saved.map(({ id, object, field, operator, value }) => ({
    key: id,
    id,
    object,
    field,
    operator,
    value: value ?? '',
    errors: [],
  }));
}

export const newCondition = (key: string): DraftCondition => ({
  ...{ key, id: null, errors: [] },
  ...{ object: 'Contact', field: '', operator: 'Equals', value: '' },
});

const NAMES = ['object', 'field', 'operator', 'value'] as const;

/** Whether the condition differs from what the org has. */
export function isChanged(condition: DraftCondition, saved: readonly SavedCondition[]): boolean {
  const was = saved.find(({ id }) => id === condition.id);
  return !was || NAMES.some((name) => (was[name] ?? '') !== condition[name]);
}

/** What has to be saved so that the org has the draft. */
export function changesOf(
  conditions: readonly DraftCondition[],
  saved: readonly SavedCondition[],
  configurationId: string,
): readonly Change[] {
  const kept = new Set(conditions.map(({ id }) => id));
  const deleted = saved
    .filter(({ id }) => !kept.has(id))
    .map(({ id }): Change => ({ kind: 'delete', key: id, id }));
  const written = conditions
    .filter((condition) => isChanged(condition, saved))
    .map((condition): Change => {
      const { key } = condition;
      const was = saved.find(({ id }) => id === condition.id);
      const fields = {
        [OBJECT.fieldApiName]: condition.object,
        [FIELD.fieldApiName]: condition.field,
        [OPERATOR.fieldApiName]: condition.operator,
        [VALUE.fieldApiName]: asksNothing(condition.operator) ? null : condition.value,
      };
      if (was) return { kind: 'update', key, id: was.id, fields, modified: was.modified };
      return {
        kind: 'create',
        key,
        object: FILTER.objectApiName,
        fields: { [CONFIGURATION.fieldApiName]: configurationId, ...fields },
      };
    });
  return [...deleted, ...written];
}
