import { checkbox, field, picklist, readOnly, reference, required } from '../field.ts';
import { objectType, type ObjectType } from '../object-type.ts';

const levels = ['None', 'Read', 'Edit', 'All'];
const traits = { undeletable: false, replicateable: false } as const;

/** What somebody is given by hand: ContactShare, LeadShare and AccountShare (Object Reference, "AccountShare"). */
export function share(object: 'Account' | 'Contact' | 'Lead', keyPrefix: string): ObjectType {
  const level = (name: string, needed: boolean) =>
    picklist(`${name}AccessLevel`, `${name} Access`, levels, {
      length: 40,
      restrictedPicklist: true,
      ...(needed ? required : { defaultValue: 'None' }),
    });
  return objectType(
    `${object}Share`,
    [`${object} Share`, `${object} Share`],
    keyPrefix,
    [
      reference(`${object}Id`, `${object} ID`, object, {
        ...required,
        updateable: false,
        deleteConstraint: 'Cascade',
        childRelationshipName: 'Shares',
      }),
      reference('UserOrGroupId', 'User/Group ID', 'User', { ...required, updateable: false }),
      level(object, true),
      ...(object === 'Account' ? [level('Opportunity', true), level('Contact', false)] : []),
      picklist('RowCause', 'Row Cause', ['Owner', 'Manual', 'Rule', 'ImplicitParent'], {
        ...readOnly,
        length: 40,
        defaultValue: 'Manual',
      }),
      field('LastModifiedDate', 'Last Modified Date', 'datetime', { ...readOnly, nillable: false }),
      reference('LastModifiedById', 'Last Modified By ID', 'User', { ...readOnly, nillable: false }),
      checkbox('IsDeleted', 'Deleted', readOnly),
    ],
    traits,
  );
}
