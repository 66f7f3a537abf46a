import { checkbox, field, readOnly, reference, type Field } from './field.ts';

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
  readonly fields: Map<string, Field>;
}

type ObjectTraits = Partial<Omit<ObjectType, 'name' | 'label' | 'labelPlural' | 'keyPrefix' | 'fields'>>;

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

/** The field that names a record for people. */
export function nameField(type: ObjectType): Field | undefined {
  for (const one of type.fields.values()) if (one.nameField) return one;
  return undefined;
}
