import type { ValidationRule } from '../rules/validation-rule.ts';
import { checkbox, field, readOnly, reference, type Field } from './field.ts';

/** Who sees the records of an object besides their owners (Object Reference, "sharingModel" of CustomObject). */
export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

/** An object as describe knows it: its traits and its fields by lower-case name. */
export interface ObjectType {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly undeletable: boolean;
  readonly replicateable: boolean;
  /** Organization-wide default; of standard objects the setting `sharing` has it. */
  readonly sharingModel: SharingModel;
  /** Whether its rows are worked out from the query instead of being stored. */
  readonly computed: boolean;
  readonly validationRules: ValidationRule[];
  readonly fields: Map<string, Field>;
}

type ObjectTraits = Partial<
  Omit<ObjectType, 'name' | 'label' | 'labelPlural' | 'keyPrefix' | 'fields' | 'validationRules'>
>;

/** Builds an object from its own fields plus the system fields that every object carries. */
export function objectType(
  name: string,
  labels: readonly [label: string, plural: string],
  keyPrefix: string,
  fields: readonly Field[],
  traits: ObjectTraits = {},
): ObjectType {
  const all = [field('Id', `${labels[0]} ID`, 'id', { length: 18, nillable: false, ...readOnly }), ...fields];
  return {
    name,
    label: labels[0],
    labelPlural: labels[1],
    keyPrefix,
    custom: false,
    createable: true,
    updateable: true,
    deletable: true,
    undeletable: true,
    replicateable: true,
    sharingModel: 'ReadWrite',
    computed: false,
    validationRules: [],
    ...traits,
    fields: new Map(all.map((one) => [one.name.toLowerCase(), one])),
  };
}

const stamp = (name: string, label: string, nillable = false) =>
  field(name, label, 'datetime', { ...readOnly, nillable });

/** Creation, change and deletion marks; all read-only. */
export function systemFields(): Field[] {
  return [
    checkbox('IsDeleted', 'Deleted', readOnly),
    stamp('CreatedDate', 'Created Date'),
    reference('CreatedById', 'Created By ID', 'User', { ...readOnly, nillable: false }),
    stamp('LastModifiedDate', 'Last Modified Date'),
    reference('LastModifiedById', 'Last Modified By ID', 'User', { ...readOnly, nillable: false }),
    stamp('SystemModstamp', 'System Modstamp'),
  ];
}

/** When the asking user last looked at or referred to the record; always null here. */
export function viewedFields(): Field[] {
  return [
    stamp('LastViewedDate', 'Last Viewed Date', true),
    stamp('LastReferencedDate', 'Last Referenced Date', true),
  ];
}

/** The reference field behind a relationship name such as `Account` or `Mailbox__r`. */
export function relationshipField(type: ObjectType, relationship: string): Field | undefined {
  const wanted = relationship.toLowerCase();
  for (const one of type.fields.values()) {
    if (one.relationshipName?.toLowerCase() === wanted) return one;
  }
  return undefined;
}
