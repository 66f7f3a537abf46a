/** The standard objects and fields that components import (`@salesforce/schema/…`). */
export const STANDARD_REFERENCES: Readonly<Record<string, readonly string[]>> = {
  User: ['Id', 'Name', 'Email'],
};
