/** Fields that a person account and its contact share by name (Salesforce Help, "Account Fields"). */
const sameNames = ['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix', 'Phone', 'Fax'];

/** Fields of a contact that its person account holds as `Person…`. */
const prefixed =
  /^(Email|Title|Department|MobilePhone|HomePhone|OtherPhone|AssistantPhone|AssistantName|Birthdate|LeadSource|(Mailing|Other)(Street|City|State|StateCode|PostalCode|Country|CountryCode))$/;

/** The field of a person account that shows a field of its contact; null when it has none, such as for the description. */
export function accountFieldOf(field: string): string | null {
  if (field.endsWith('__c')) return field.replace(/__c$/, '__pc');
  if (sameNames.includes(field)) return field;
  return prefixed.test(field) ? `Person${field}` : null;
}
