// Written by `npm run document` from bridge/src/rules; change the rules there.

/**
 * One condition on a contact or on its account, as an admin wrote it; all conditions of a configuration must hold. What it
 * says is checked before it is used, for an admin may write anything.
 */
export interface FilterCondition {
  /** `Contact` or `Account`. */
  readonly object: string;
  readonly field: string;
  /** One of `Operator`. */
  readonly operator: string;
  readonly value: string | null;
}

/** How a field is compared with a value. */
export type Operator =
  'Equals' | 'NotEquals' | 'Contains' | 'StartsWith' | 'GreaterThan' | 'LessThan' | 'IsBlank' | 'IsNotBlank';

/** What a condition asks of a field of the contact or account. */
export interface FilterableField {
  readonly name: string;
  /** As a describe writes it, such as `string`, `picklist`, `double`. */
  readonly type: string;
  readonly calculated: boolean;
  /** Whether a query may compare it. */
  readonly filterable: boolean;
}

/** What the fields of the objects that conditions look at can hold, by API name. */
export interface FilterFields<Field extends FilterableField> {
  readonly Contact: ReadonlyMap<string, Field>;
  readonly Account: ReadonlyMap<string, Field>;
}

/** How the values of a field are compared: `choices` of a list of values, `instant` of a date with a time, `record` of a lookup. */
export type Comparison = 'text' | 'choices' | 'flag' | 'number' | 'day' | 'instant' | 'record';

const comparisons: Readonly<Record<string, Comparison>> = {
  string: 'text',
  textarea: 'text',
  phone: 'text',
  email: 'text',
  url: 'text',
  picklist: 'text',
  combobox: 'text',
  multipicklist: 'choices',
  boolean: 'flag',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  long: 'number',
  date: 'day',
  datetime: 'instant',
  id: 'record',
  reference: 'record',
};

const blank = ['IsBlank', 'IsNotBlank'] as const;
const equal = ['Equals', 'NotEquals'] as const;
const ordered = [...equal, 'GreaterThan', 'LessThan', ...blank] as const;

/** What each comparison can ask. */
export const operators: Readonly<Record<Comparison, readonly Operator[]>> = {
  text: [...equal, 'Contains', 'StartsWith', ...blank],
  choices: [...equal, 'Contains', ...blank],
  flag: equal,
  number: ordered,
  day: ordered,
  instant: ordered,
  record: [...equal, ...blank],
};

/** By the type of a field's describe; undefined for types that are not compared, such as places. */
export function comparisonOf(type: string): Comparison | undefined {
  return Object.hasOwn(comparisons, type) ? comparisons[type] : undefined;
}

/** Whether the operator goes without a value. */
export function asksNothing(operator: string): boolean {
  return operator === 'IsBlank' || operator === 'IsNotBlank';
}

const plainWords = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  ...['LAST', 'THIS', 'NEXT'].flatMap((when) =>
    ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'].map((span) => `${when}_${span}`),
  ),
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
];

const countedWords =
  /^(?:(?:LAST|NEXT)_N_(?:DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S|N_(?:DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO):\d{1,4}$/;

/**
 * A span of days that moves with the calendar, as SOQL spells it, such as `TODAY`, `THIS_QUARTER` or `LAST_N_DAYS:30`; null
 * when the text is none ("Date Formats and Date Literals", SOQL and SOSL Reference). It follows the time zone of the
 * integration user.
 */
export function dateWord(text: string): string | null {
  const word = text.trim().toUpperCase();
  return plainWords.includes(word) || countedWords.test(word) ? word : null;
}

/** `yyyy-MM-dd` when the text is a day of the calendar that Salesforce knows (1700 to 4000); null otherwise. */
export function calendarDay(text: string): string | null {
  const day = text.trim();
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  if (day < '1700' || day > '4000') return null;
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

/** Why a condition cannot work. */
export type FilterFault =
  | 'no-object'
  | 'unknown-field'
  | 'formula'
  | 'not-filterable'
  | 'not-comparable'
  | 'no-operator'
  | 'wrong-operator'
  | 'no-value'
  | 'no-flag'
  | 'no-number'
  | 'no-date'
  | 'no-id';

/** A condition that can work. */
export interface CheckedCondition<Field extends FilterableField> {
  readonly object: 'Contact' | 'Account';
  readonly field: Field;
  readonly comparison: Comparison;
  readonly operator: Operator;
  /** Empty where the operator asks for none. */
  readonly value: string;
}

/** A condition that cannot work, as far as it is known what it looks at. */
export interface RefusedCondition<Field extends FilterableField> {
  readonly fault: FilterFault;
  readonly field?: Field;
  readonly comparison?: Comparison;
}

/** Whether a condition can work, given what the org's fields can hold. Pure. */
export function checkCondition<Field extends FilterableField>(
  { object, field: name, operator, value }: FilterCondition,
  fields: FilterFields<Field>,
): CheckedCondition<Field> | RefusedCondition<Field> {
  if (object !== 'Contact' && object !== 'Account') return { fault: 'no-object' };
  const field = fieldNamed(fields[object], name);
  if (!field) return { fault: 'unknown-field' };
  if (field.calculated) return { fault: 'formula', field };
  if (!field.filterable) return { fault: 'not-filterable', field };
  const comparison = comparisonOf(field.type);
  if (!comparison) return { fault: 'not-comparable', field };
  const known = Object.values(operators)
    .flat()
    .includes(operator as Operator);
  if (!known) return { fault: 'no-operator', field, comparison };
  const wanted = operators[comparison].find((one) => one === operator);
  if (!wanted) return { fault: 'wrong-operator', field, comparison };
  if (asksNothing(operator)) return { object, field, comparison, operator: wanted, value: '' };
  const fault = value === null || value.trim() === '' ? 'no-value' : valueFault(comparison, value);
  if (fault !== null) return { fault, field, comparison };
  return { object, field, comparison, operator: wanted, value: value ?? '' };
}

/** Salesforce does not mind the letter case of names. */
function fieldNamed<Field extends FilterableField>(fields: ReadonlyMap<string, Field>, name: string) {
  const wanted = name.trim().toLowerCase();
  return [...fields.values()].find((field) => field.name.toLowerCase() === wanted);
}

function valueFault(comparison: Comparison, value: string): FilterFault | null {
  const word = value.trim();
  switch (comparison) {
    case 'text':
    case 'choices':
      return null;
    case 'flag':
      return /^(true|false)$/i.test(word) ? null : 'no-flag';
    case 'number':
      return /^-?\d{1,18}(\.\d{1,18})?$/.test(word) ? null : 'no-number';
    case 'day':
    case 'instant':
      return dateWord(word) === null && calendarDay(word) === null ? 'no-date' : null;
    case 'record':
      return /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(word) ? null : 'no-id';
  }
}

/** A quoted SOQL string, escaped as in the SOQL reference, "Quoted String Escape Sequences". */
export function quoted(text: string): string {
  return `'${escaped(text)}'`;
}

/** A quoted SOQL pattern that matches texts which contain `text`; its wildcards lose their meaning. */
export function containing(text: string): string {
  return `'%${withoutWildcards(text)}%'`;
}

/** A quoted SOQL pattern that matches texts which start with `text`. */
export function startingWith(text: string): string {
  return `'${withoutWildcards(text)}%'`;
}

function withoutWildcards(text: string): string {
  return escaped(text).replaceAll(/[%_]/g, String.raw`\$&`);
}

function escaped(text: string): string {
  return text
    .replaceAll(/['\\]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
}

/** A comparison in SOQL. */
export interface Comparing {
  readonly soql: string;
  /** What it asks changes by the clock alone. */
  readonly timed: boolean;
}

/** What a condition asks in SOQL of a contact: its value is escaped and typed as the field is. */
export function compare({
  object,
  field,
  comparison,
  operator,
  value,
}: CheckedCondition<FilterableField>): Comparing {
  const column = object === 'Account' ? `Account.${field.name}` : field.name;
  if (operator === 'IsBlank') return lasting(`${column} = null`);
  if (operator === 'IsNotBlank') return lasting(`${column} != null`);
  switch (comparison) {
    case 'text':
    case 'choices':
      return lasting(texts(column, operator, value.toWellFormed(), comparison));
    case 'flag':
      return lasting(`${column} ${signs[operator]} ${value.trim().toLowerCase()}`);
    case 'number':
      return lasting(`${column} ${signs[operator]} ${value.trim()}`);
    case 'record':
      return lasting(`${column} ${signs[operator]} ${quoted(value.trim())}`);
    case 'day':
    case 'instant': {
      const word = dateWord(value);
      // A moving span is compared by Salesforce itself.
      if (word !== null) return { soql: `${column} ${signs[operator]} ${word}`, timed: true };
      const day = calendarDay(value) ?? '';
      return lasting(
        comparison === 'day' ? `${column} ${signs[operator]} ${day}` : instants(column, operator, day),
      );
    }
  }
}

const lasting = (soql: string): Comparing => ({ soql, timed: false });

const signs: Readonly<Partial<Record<Operator, string>>> = {
  Equals: '=',
  NotEquals: '!=',
  GreaterThan: '>',
  LessThan: '<',
};

function texts(column: string, operator: Operator, value: string, comparison: 'text' | 'choices'): string {
  if (operator === 'StartsWith') return `${column} LIKE ${startingWith(value)}`;
  if (operator !== 'Contains') return `${column} ${signs[operator]} ${quoted(value)}`;
  return comparison === 'choices'
    ? `${column} INCLUDES (${quoted(value)})`
    : `${column} LIKE ${containing(value)}`;
}

/** A day is a span of instants, in UTC. */
function instants(column: string, operator: Operator, day: string): string {
  const [from, before] = [`${day}T00:00:00Z`, `${dayAfter(day)}T00:00:00Z`];
  if (operator === 'Equals') return `${column} >= ${from} AND ${column} < ${before}`;
  if (operator === 'GreaterThan') return `${column} >= ${before}`;
  if (operator === 'LessThan') return `${column} < ${from}`;
  return `(${column} = null OR ${column} < ${from} OR ${column} >= ${before})`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Where the values of one field may flow. */
export type MappingDirection = 'Both' | 'ToSalesforce' | 'ToExchange' | 'Off';

/** One row of a configuration's field mapping: a Salesforce field and an Exchange property. */
export interface FieldMapping {
  readonly field: string;
  /** A path such as `mobilePhone`, `businessPhones[0]`, `emailAddresses[0].address`, `businessAddress.street`. */
  readonly property: string;
  readonly direction: MappingDirection;
}

/** Fields of events that pairing relies on; they always flow both ways, and cannot be pointed elsewhere. */
export const fixedEventFields: readonly string[] = ['Subject', 'StartDateTime'];

const eventPairs: readonly (readonly [field: string, property: string])[] = [
  ['Subject', 'subject'],
  ['StartDateTime', 'start'],
  ['Location', 'location'],
  ['Description', 'body'],
  ['ShowAs', 'showAs'],
  ['IsPrivate', 'sensitivity'],
  ['ReminderDateTime', 'reminderMinutesBeforeStart'],
];

/**
 * The event fields that sync unless a configuration says otherwise: those of Lightning Sync. `StartDateTime` stands for the whole
 * time: start, end and all-day are one value.
 */
export const defaultEventMapping: readonly FieldMapping[] = eventPairs.map(([field, property]) => ({
  field,
  property,
  direction: 'Both',
}));

/** Fields that pairing relies on; an admin can turn their flow off but not point them elsewhere. */
export const fixedFields: readonly string[] = ['FirstName', 'LastName', 'Email', 'AccountId'];

const pairs: readonly (readonly [field: string, property: string])[] = [
  ['AccountId', 'companyName'],
  ['Salutation', 'title'],
  ['FirstName', 'givenName'],
  ['MiddleName', 'middleName'],
  ['LastName', 'surname'],
  ['Suffix', 'generation'],
  ['Title', 'jobTitle'],
  ['Department', 'department'],
  ['Email', 'emailAddresses[0].address'],
  ['Phone', 'businessPhones[0]'],
  ['MobilePhone', 'mobilePhone'],
  ['HomePhone', 'homePhones[0]'],
  ['AssistantName', 'assistantName'],
  ['Birthdate', 'birthday'],
  ['Description', 'personalNotes'],
  ['MailingStreet', 'businessAddress.street'],
  ['MailingCity', 'businessAddress.city'],
  ['MailingState', 'businessAddress.state'],
  ['MailingPostalCode', 'businessAddress.postalCode'],
  ['MailingCountry', 'businessAddress.countryOrRegion'],
  ['OtherStreet', 'otherAddress.street'],
  ['OtherCity', 'otherAddress.city'],
  ['OtherState', 'otherAddress.state'],
  ['OtherPostalCode', 'otherAddress.postalCode'],
  ['OtherCountry', 'otherAddress.countryOrRegion'],
];

/**
 * The contact fields that sync unless a configuration says otherwise: those of Lightning Sync for which Graph v1.0 has a
 * property. Fax, other phone and assistant's phone have none.
 */
export const defaultContactMapping: readonly FieldMapping[] = pairs.map(([field, property]) => ({
  field,
  property,
  direction: 'Both',
}));

/** A place in an Exchange contact: a plain property, a part of an address, or a slot of a list. */
export interface PropertyPath {
  /** The top-level Graph property, which is what a write replaces as a whole. */
  readonly root: string;
  readonly slot: number | null;
  readonly part: string | null;
}

const plain = [
  'companyName', 'title', 'givenName', 'middleName', 'surname', 'generation', 'nickName', 'jobTitle', 'department',
  'officeLocation', 'profession', 'businessHomePage', 'manager', 'assistantName', 'mobilePhone', 'birthday',
  'personalNotes', 'spouseName', 'initials', 'yomiGivenName', 'yomiSurname', 'yomiCompanyName',
]; // prettier-ignore
const addressParts = ['street', 'city', 'state', 'postalCode', 'countryOrRegion'];

const slots = (root: string, count: number, part: string | null = null) =>
  Array.from({ length: count }, (_none, slot): PropertyPath => ({ root, slot, part }));
const address = (root: string) => addressParts.map((part): PropertyPath => ({ root, slot: null, part }));

const places: readonly PropertyPath[] = [
  ...plain.map((root) => ({ root, slot: null, part: null })),
  ...slots('emailAddresses', 3, 'address'),
  ...slots('businessPhones', 2),
  ...slots('homePhones', 2),
  ...slots('imAddresses', 3),
  ...['businessAddress', 'homeAddress', 'otherAddress'].flatMap(address),
];

const written = ({ root, slot, part }: PropertyPath) =>
  `${root}${slot === null ? '' : `[${slot}]`}${part === null ? '' : `.${part}`}`;

/**
 * Every place of an Exchange contact that a field can be mapped to, by its path in a field mapping, such as `mobilePhone`,
 * `businessPhones[0]` or `businessAddress.street` (Microsoft Graph v1.0, "contact resource type").
 */
export const exchangeProperties: ReadonlyMap<string, PropertyPath> = new Map(
  places.map((place) => [written(place), place]),
);

const textOfEvents: readonly string[] = ['location', 'body', 'categories'];

/** Places of an event that go with one standard field each, since only that holds their values. */
export const ownedEventProperties: ReadonlyMap<string, string> = new Map([
  ['subject', 'Subject'],
  ['start', 'StartDateTime'],
  ['showAs', 'ShowAs'],
  ['sensitivity', 'IsPrivate'],
  ['reminderMinutesBeforeStart', 'ReminderDateTime'],
]);

/**
 * Every place of an Exchange event that a field can be mapped to and that has a name of its own, by its path in a field mapping
 * (Microsoft Graph v1.0, "event resource type"). `categories` are all Outlook categories but the one that marks.
 */
export const eventProperties: ReadonlyMap<string, PropertyPath> = new Map(
  [...ownedEventProperties.keys(), ...textOfEvents].map((root) => [root, { root, slot: null, part: null }]),
);

/** With what the path begins of a field that people or add-ins made in Outlook; its name follows. */
export const namedPrefix = 'named:';

/** The Graph property in which such fields travel. */
export const namedRoot = 'singleValueExtendedProperties';

/** Letters, digits and little else: names stand in filters, and a path has 80 characters. */
const wellNamed = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?$/u;

/** The place of a path such as `location` or `named:Budget Code` in an event; undefined when there is none. */
export function eventPlace(property: string): PropertyPath | undefined {
  if (!property.startsWith(namedPrefix)) return eventProperties.get(property);
  const name = property.slice(namedPrefix.length);
  return wellNamed.test(name) ? { root: namedRoot, slot: null, part: name } : undefined;
}

/** Characters of all conditions in a URL, which takes 16,384 together with the ids that they are asked about. */
const mostCharacters = 6_000;

/** Comparisons in SOQL as one condition, all of which must hold. */
export function allOf(comparisons: readonly string[]): string {
  return comparisons.map((soql) => `(${soql})`).join(' AND ');
}

/** Whether comparisons in SOQL are too long together to be asked in one query. */
export function areTooLong(comparisons: readonly string[]): boolean {
  return encodeURIComponent(allOf(comparisons)).length > mostCharacters;
}

/** Of what a field mapping is. */
export type MappedKind = 'Contact' | 'Event';

/** What decides which field mappings of one kind can work. */
export interface MappingRules {
  readonly defaults: readonly FieldMapping[];
  /** Fields that pairing relies on: they cannot be pointed elsewhere. */
  readonly fixed: readonly string[];
  /** Whether those have to flow both ways. */
  readonly fixedBothWays: boolean;
  /** The place of a path in an Exchange item; undefined when there is none. */
  readonly placeOf: (property: string) => PropertyPath | undefined;
  /** The only field that a place goes with; undefined where any can hold its values. */
  readonly ownerOf: (property: string) => string | undefined;
}

/** The rules of contacts and of events. */
export const mappingRules: Readonly<Record<MappedKind, MappingRules>> = {
  Contact: {
    defaults: defaultContactMapping,
    fixed: fixedFields,
    fixedBothWays: false,
    placeOf: (property) => exchangeProperties.get(property),
    ownerOf: () => undefined,
  },
  Event: {
    defaults: defaultEventMapping,
    fixed: fixedEventFields,
    fixedBothWays: true,
    placeOf: eventPlace,
    ownerOf: (property) => ownedEventProperties.get(property),
  },
};

/** What a field mapping asks of a Salesforce field. */
export interface MappableField {
  /** As a describe writes it, such as `string`, `picklist`, `double`. */
  readonly type: string;
  readonly updateable: boolean;
  readonly calculated: boolean;
}

/** Why a row of a field mapping cannot work. */
export interface MappingFault {
  readonly kind:
    | 'unknown-field'
    | 'unknown-property'
    | 'twice'
    | 'fixed'
    | 'both-ways'
    | 'owned'
    | 'no-text'
    | 'no-day'
    | 'formula'
    | 'read-only'
    | 'shared';
  /** Of a fixed field its property; of a shared or owned property the field that has it. */
  readonly other?: string;
}

/** A row, as it was given or of the defaults, and why it is left out. */
export interface FaultyRow {
  readonly row: FieldMapping;
  readonly fault: MappingFault;
}

const textTypes = ['string', 'textarea', 'phone', 'url', 'email', 'picklist', 'combobox'];

/**
 * Puts a configuration's rows over the defaults: the mapping that they make, with one row a field and one field a property, and the
 * rows that are left out of it. Pure.
 */
export function resolveMapping(
  kind: MappedKind,
  rows: readonly FieldMapping[],
  fields: ReadonlyMap<string, MappableField>,
): { readonly mapping: readonly FieldMapping[]; readonly faulty: readonly FaultyRow[] } {
  const rules = mappingRules[kind];
  const merged = new Map(
    rules.defaults.filter(({ field }) => fields.has(field)).map((row) => [row.field, row]),
  );
  const faulty: FaultyRow[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const fault = seen.has(row.field)
      ? { kind: 'twice' as const }
      : faultOf(rules, row, fields.get(row.field));
    seen.add(row.field);
    if (fault === null) merged.set(row.field, row);
    else faulty.push({ row, fault });
  }
  const sharing = sharingRows([...merged.values()]);
  const leftOut = new Set(sharing.map(({ row }) => row));
  return {
    mapping: [...merged.values()].filter((row) => !leftOut.has(row)),
    faulty: [...faulty, ...sharing],
  };
}

/** Why one row cannot work whatever the others are. */
function faultOf(
  { defaults, fixed, fixedBothWays, placeOf, ownerOf }: MappingRules,
  row: FieldMapping,
  field: MappableField | undefined,
): MappingFault | null {
  if (!field) return { kind: 'unknown-field' };
  const path = placeOf(row.property);
  if (!path) return { kind: 'unknown-property' };
  const standard = defaults.find((other) => other.field === row.field);
  const isFixed = standard !== undefined && fixed.includes(row.field);
  if (standard?.property === row.property) {
    // Like the default it is as good as no row.
    if (standard.direction === row.direction) return null;
    if (isFixed && fixedBothWays) return { kind: 'both-ways' };
  } else {
    if (isFixed) return { kind: 'fixed', other: standard.property };
    const owner = ownerOf(row.property);
    if (owner !== undefined) return { kind: 'owned', other: owner };
    const fault = typeFault(path.root, field.type);
    if (fault) return fault;
  }
  if (field.updateable || row.direction === 'ToExchange' || row.direction === 'Off') return null;
  return { kind: field.calculated ? 'formula' : 'read-only' };
}

function typeFault(property: string, type: string): MappingFault | null {
  if (property === 'birthday') return type === 'date' ? null : { kind: 'no-day' };
  return textTypes.includes(type) ? null : { kind: 'no-text' };
}

/** Of several fields that are mapped to one property, all but the first. */
function sharingRows(rows: readonly FieldMapping[]): readonly FaultyRow[] {
  const first = new Map<string, string>();
  return rows.flatMap((row) => {
    if (row.direction === 'Off') return [];
    // Exchange compares the names of fields without regard to letter case.
    const place = row.property.toLowerCase();
    const other = first.get(place);
    if (other === undefined) first.set(place, row.field);
    return other === undefined ? [] : [{ row, fault: { kind: 'shared' as const, other } }];
  });
}
