import { fill } from 'c/tandemText';
import type { FieldInfo } from 'lightning/uiObjectInfoApi';
import { labels } from './labels';

/** A field of an object, as the rules of `c/tandemRules` and people know it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** As a describe writes it, such as `string`, `picklist`, `double`. */
  readonly type: string;
  /** The type in words, with the length where it means something. */
  readonly typeLabel: string;
  readonly length: number;
  readonly updateable: boolean;
  readonly calculated: boolean;
  readonly filterable: boolean;
  /** The objects that a lookup can name. */
  readonly referenceTo: readonly string[];
}

/** What has to be known of a field. */
type DescribedField = Pick<
  FieldInfo,
  | 'apiName'
  | 'label'
  | 'dataType'
  | 'length'
  | 'updateable'
  | 'calculated'
  | 'filterable'
  | 'referenceToInfos'
>;

/** The fields of an object by API name, such as those of the User Interface API's object info. */
export interface FieldSource {
  readonly fields: Readonly<Record<string, DescribedField>>;
}

const TYPES: Readonly<Record<string, string>> = {
  string: labels.text,
  textarea: labels.textArea,
  phone: labels.phone,
  email: labels.email,
  url: labels.url,
  picklist: labels.picklist,
  combobox: labels.picklist,
  multipicklist: labels.multiPicklist,
  boolean: labels.checkbox,
  int: labels.number,
  long: labels.number,
  double: labels.number,
  currency: labels.currency,
  percent: labels.percent,
  date: labels.date,
  datetime: labels.dateTime,
  id: labels.lookup,
  reference: labels.lookup,
};

const MEASURED = ['string', 'textarea', 'phone', 'email', 'url'];

/** The fields of an object by API name, sorted by their labels. */
export function fieldsOf(info: FieldSource | undefined): ReadonlyMap<string, Field> {
  const fields = Object.values(info?.fields ?? {}).map(fieldOf);
  fields.sort((one, other) => one.label.localeCompare(other.label));
  return new Map(fields.map((field) => [field.name, field]));
}

/** The UI API writes the types of a describe with capitals ("ObjectInfo", User Interface API). */
function fieldOf(info: DescribedField): Field {
  const { apiName, label, dataType, length, updateable, calculated, filterable, referenceToInfos } = info;
  const type = dataType.toLowerCase();
  return {
    ...{ name: apiName, label, type, typeLabel: typeLabel(type, dataType, length, calculated) },
    ...{ length, updateable, calculated, filterable },
    referenceTo: referenceToInfos.map((object) => object.apiName),
  };
}

function typeLabel(type: string, dataType: string, length: number, calculated: boolean): string {
  const word = TYPES[type] ?? dataType;
  if (calculated) return fill(labels.formula, word);
  return MEASURED.includes(type) && length > 0 ? fill(labels.long, word, length) : word;
}
