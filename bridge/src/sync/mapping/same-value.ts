import type { ExchangeProperties, Value } from '../../domain/item.ts';
import { emailsOf, normalEmail } from './addresses.ts';
import { comparable, narrow } from './canonical.ts';
import type { MappedField } from './mapping.ts';

/** Whether both sides hold the same, after projection to the narrower side. Both values are canonical. */
export function sameValue(
  mapped: MappedField,
  exchange: Value,
  salesforce: Value,
  properties: ExchangeProperties,
): boolean {
  const { type } = mapped.describe;
  if (comparable(narrow(exchange, mapped.describe), type) === comparable(salesforce, type)) return true;
  // Salesforce has one address; that it is not the first of the three in Exchange is no difference.
  return (
    mapped.field === 'Email' && salesforce !== null && emailsOf(properties).includes(normalEmail(salesforce))
  );
}
