import { checkbox, field, picklist, readOnly, text } from '../field.ts';
import { objectType, type ObjectType } from '../object-type.ts';

const computed = {
  createable: false,
  updateable: false,
  deletable: false,
  undeletable: false,
  replicateable: false,
  computed: true,
} as const;
const flag = (name: string) => checkbox(name, name, readOnly);
const user = () => field('UserId', 'User ID', 'reference', { ...readOnly, length: 18 });

/** UserRecordAccess: what a user may do with records; its rows are worked out from the query. */
export function userRecordAccess(): ObjectType {
  return objectType(
    'UserRecordAccess',
    ['User Record Access', 'User Record Access'],
    '0Ur',
    [
      user(),
      field('RecordId', 'Record ID', 'reference', { ...readOnly, length: 18 }),
      ...['HasReadAccess', 'HasEditAccess', 'HasDeleteAccess', 'HasTransferAccess', 'HasAllAccess'].map(flag),
      picklist(
        'MaxAccessLevel',
        'Maximum Access Level',
        ['None', 'Read', 'Edit', 'Delete', 'Transfer', 'All'],
        {
          ...readOnly,
          length: 40,
        },
      ),
    ],
    computed,
  );
}

/** UserEntityAccess: what a user may do with an object; its rows are worked out from the query. */
export function userEntityAccess(): ObjectType {
  return objectType(
    'UserEntityAccess',
    ['User Entity Access', 'User Entity Access'],
    '0Ue',
    [
      user(),
      text('EntityDefinitionId', 'Entity Definition ID', 255, readOnly),
      text('DurableId', 'Durable ID', 255, readOnly),
      ...['IsReadable', 'IsCreatable', 'IsEditable', 'IsDeletable', 'IsUndeletable', 'IsMergeable'].map(flag),
    ],
    computed,
  );
}
