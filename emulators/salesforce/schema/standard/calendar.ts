import { checkbox, picklist, required, text } from '../field.ts';
import { objectType, systemFields, type ObjectType } from '../object-type.ts';

/** Calendar: public and resource calendars, which can own events (Object Reference, "Calendar"). */
export function calendar(): ObjectType {
  return objectType(
    'Calendar',
    ['Calendar', 'Calendars'],
    '023',
    [
      ...systemFields().filter((one) => one.name !== 'IsDeleted'),
      text('Name', 'Name', 80, { ...required, nameField: true }),
      picklist('Type', 'Type', ['User', 'Public', 'Resource'], { defaultValue: 'Public' }),
      checkbox('IsActive', 'Active', { defaultValue: true }),
    ],
    { createable: false, updateable: false, deletable: false, undeletable: false, replicateable: false },
  );
}
