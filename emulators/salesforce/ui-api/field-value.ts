import type { Field } from '../schema/field.ts';
import type { Org } from '../store/org.ts';
import { fromStamp } from '../store/stamps.ts';
import type { Value } from '../store/table.ts';

/** A field as screens get it: the value, and how the asking user reads it where that differs. */
export interface FieldValue {
  readonly value: Value;
  readonly displayValue: string | null;
}

/** The value of a field for a user's screen, datetimes in the ISO form that browsers read (User Interface API guide, "Field Value"). */
export function fieldValue(org: Org, userId: string, field: Field, stored: Value): FieldValue {
  if (stored === null) return { value: null, displayValue: null };
  const user = org.row(userId);
  const locale = String(user?.['LocaleSidKey'] ?? 'en_US').replace('_', '-');
  switch (field.type) {
    case 'datetime': {
      const date = fromStamp(String(stored));
      const timeZone = String(user?.['TimeZoneSidKey'] ?? 'UTC');
      const displayValue = date.toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short', timeZone });
      return { value: date.toISOString(), displayValue };
    }
    case 'date': {
      const date = new Date(`${String(stored)}T00:00:00Z`);
      return { value: stored, displayValue: date.toLocaleDateString(locale, { timeZone: 'UTC' }) };
    }
    case 'picklist':
      return { value: stored, displayValue: labelOf(field, stored) };
    case 'int':
    case 'double':
      return { value: stored, displayValue: Number(stored).toLocaleString(locale) };
    case 'percent':
      return { value: stored, displayValue: `${Number(stored).toLocaleString(locale)}%` };
    default:
      return { value: stored, displayValue: null };
  }
}

/** A value that is not in the list any more is its own label. */
function labelOf(field: Field, value: Value): string {
  return field.picklistValues.find((one) => one.value === value)?.label ?? String(value);
}
