import { callOrg } from 'org/session';
import { wireAdapter } from 'org/wire';

/** An object by its name, or as imported from `@salesforce/schema`. */
type ObjectReference = string | { readonly objectApiName: string };
type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

const objectName = (object: ObjectReference) => (typeof object === 'string' ? object : object.objectApiName);
const ask = (path: string) => callOrg<unknown>('GET', path);

/** The wire adapter `getObjectInfo`. */
export const getObjectInfo = wireAdapter<{ readonly objectApiName?: ObjectReference }, unknown>(
  ({ objectApiName }) => objectApiName && `ui-api/object-info/${objectName(objectApiName)}`,
  ask,
);

/** The wire adapter `getObjectInfos`: several in one request. */
export const getObjectInfos = wireAdapter<{ readonly objectApiNames?: readonly ObjectReference[] }, unknown>(
  ({ objectApiNames }) =>
    objectApiNames && `ui-api/object-info/batch/${objectApiNames.map(objectName).join(',')}`,
  ask,
);

interface OneField {
  readonly recordTypeId?: string;
  readonly fieldApiName?: FieldReference;
}

/** The wire adapter `getPicklistValues` of one field. */
export const getPicklistValues = wireAdapter<OneField, unknown>(({ recordTypeId, fieldApiName }) => {
  if (!recordTypeId || !fieldApiName) return undefined;
  const name =
    typeof fieldApiName === 'string'
      ? fieldApiName
      : `${fieldApiName.objectApiName}.${fieldApiName.fieldApiName}`;
  const [object = '', field = ''] = name.split('.');
  return `ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`;
}, ask);

interface AllFields {
  readonly recordTypeId?: string;
  readonly objectApiName?: ObjectReference;
}

/** The wire adapter `getPicklistValuesByRecordType`: of all picklists of an object. */
export const getPicklistValuesByRecordType = wireAdapter<AllFields, unknown>(
  ({ recordTypeId, objectApiName }) =>
    recordTypeId &&
    objectApiName &&
    `ui-api/object-info/${objectName(objectApiName)}/picklist-values/${recordTypeId}`,
  ask,
);
