export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'phone'
  | 'email'
  | 'url'
  | 'picklist'
  | 'reference'
  | 'boolean'
  | 'int'
  | 'double'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'address'
  | 'junctionIdList';

/** What deleting the record that a reference names does to the row that holds the reference. */
type DeleteConstraint = 'SetNull' | 'Cascade' | 'Restrict';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters, for textual types; 0 elsewhere. */
  readonly length: number;
  /** All digits and digits after the point, for numeric types. */
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly custom: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly calculated: boolean;
  readonly nameField: boolean;
  readonly defaultValue: string | number | boolean | null;
  readonly picklistValues: readonly { readonly value: string; readonly label: string }[];
  readonly restrictedPicklist: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  /** Name by which the referenced object's rows list this object's rows. */
  readonly childRelationshipName: string | null;
  readonly deleteConstraint: DeleteConstraint;
  readonly masterDetail: boolean;
  /** Display format of an auto number, for example `MB-{000000}`. */
  readonly autoNumber: string | null;
  readonly inlineHelpText: string | null;
  /** Of an address: the name before Street, City and so on. */
  readonly compoundPrefix: string | null;
}

const plain: Omit<Field, 'name' | 'label' | 'type'> = {
  length: 0,
  precision: 0,
  scale: 0,
  nillable: true,
  createable: true,
  updateable: true,
  custom: false,
  unique: false,
  caseSensitive: false,
  externalId: false,
  calculated: false,
  nameField: false,
  defaultValue: null,
  picklistValues: [],
  restrictedPicklist: false,
  referenceTo: [],
  relationshipName: null,
  childRelationshipName: null,
  deleteConstraint: 'SetNull',
  masterDetail: false,
  autoNumber: null,
  inlineHelpText: null,
  compoundPrefix: null,
};

export type FieldTraits = Partial<Omit<Field, 'name' | 'label' | 'type'>>;

/** A field with the platform's usual traits (nillable, createable, updateable) except where told otherwise. */
export function field(name: string, label: string, type: FieldType, traits: FieldTraits = {}): Field {
  return { ...plain, name, label, type, ...traits };
}

/** Whether a field is made of other values: it can be read, and neither filtered nor sorted by. */
export function isCompound({ type }: Field): boolean {
  return type === 'address' || type === 'junctionIdList';
}

export const readOnly: FieldTraits = { createable: false, updateable: false };
export const required: FieldTraits = { nillable: false };

/** A text field of a length in characters. */
export function text(name: string, label: string, length: number, traits: FieldTraits = {}): Field {
  return field(name, label, 'string', { length, ...traits });
}

/** A phone number field; 40 characters, free form. */
export function phone(name: string, label: string): Field {
  return field(name, label, 'phone', { length: 40 });
}

/** A checkbox: never null, false unless told. */
export function checkbox(name: string, label: string, traits: FieldTraits = {}): Field {
  return field(name, label, 'boolean', { nillable: false, defaultValue: false, ...traits });
}

/** An unrestricted picklist with its active values. */
export function picklist(
  name: string,
  label: string,
  values: readonly string[],
  traits: FieldTraits = {},
): Field {
  const picklistValues = values.map((value) => ({ value, label: value }));
  return field(name, label, 'picklist', { length: 255, picklistValues, ...traits });
}

/** A reference; `relationshipName` is the field's name without `Id`. */
export function reference(
  name: string,
  label: string,
  to: string | readonly string[],
  traits: FieldTraits = {},
): Field {
  return field(name, label, 'reference', {
    length: 18,
    referenceTo: typeof to === 'string' ? [to] : to,
    relationshipName: name.replace(/Id$/, ''),
    ...traits,
  });
}

/** The five text parts of an address and the read-only compound field over them. */
export function address(prefix: string, label: string): Field[] {
  const name = (part: string) => `${prefix}${part}`;
  const spoken = (part: string) => (label ? `${label} ${part}` : part);
  return [
    field(name('Street'), spoken('Street'), 'textarea', { length: 255 }),
    text(name('City'), spoken('City'), 40),
    text(name('State'), spoken('State/Province'), 80),
    text(name('PostalCode'), spoken('Zip/Postal Code'), 20),
    text(name('Country'), spoken('Country'), 80),
    field(name('Latitude'), spoken('Latitude'), 'double', { precision: 18, scale: 15 }),
    field(name('Longitude'), spoken('Longitude'), 'double', { precision: 18, scale: 15 }),
    picklist(
      name('GeocodeAccuracy'),
      spoken('Geocode Accuracy'),
      ['Address', 'NearAddress', 'Block', 'Street'],
      {
        length: 40,
      },
    ),
    field(name('Address'), spoken('Address'), 'address', { ...readOnly, compoundPrefix: prefix }),
  ];
}
