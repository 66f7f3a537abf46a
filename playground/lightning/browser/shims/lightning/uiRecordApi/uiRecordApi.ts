import { tellChanged } from 'org/changes';
import { callOrg } from 'org/session';
import { wireAdapter } from 'org/wire';
import { nameOf, type FieldReference, type RecordData } from './fields';

export { getFieldDisplayValue, getFieldValue } from './fields';

interface RecordInput {
  readonly apiName?: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly allowSaveOnDuplicate?: boolean;
}

interface Wanted {
  readonly recordId?: string | null;
  readonly fields?: FieldReference | readonly FieldReference[];
  readonly optionalFields?: FieldReference | readonly FieldReference[];
}

/** The wire adapter `getRecord` by `fields` and `optionalFields`, over `GET /ui-api/records/{id}`; layouts are not known here. */
export const getRecord = wireAdapter<Wanted, RecordData>(
  ({ recordId, fields, optionalFields }) => {
    const names = namesOf(fields);
    const optional = namesOf(optionalFields);
    if (!recordId || names.length + optional.length === 0) return undefined;
    const parameters = new URLSearchParams({
      ...(names.length > 0 && { fields: names.join(',') }),
      ...(optional.length > 0 && { optionalFields: optional.join(',') }),
    });
    return `ui-api/records/${recordId}?${parameters.toString()}`;
  },
  (path) => callOrg('GET', path),
  ({ recordId }) => recordId ?? undefined,
);

/** `createRecord` over `POST /ui-api/records`. */
export const createRecord = (input: RecordInput): Promise<RecordData> =>
  callOrg('POST', 'ui-api/records', input);

/** `updateRecord` over `PATCH /ui-api/records/{id}`; with `ifUnmodifiedSince` it is refused when somebody else saved in between. */
export async function updateRecord(
  { fields, ...input }: RecordInput,
  options: { readonly ifUnmodifiedSince?: string } = {},
): Promise<RecordData> {
  const { Id, ...changes } = fields;
  const { ifUnmodifiedSince } = options;
  const headers = ifUnmodifiedSince && { 'if-unmodified-since': ifUnmodifiedSince };
  const path = `ui-api/records/${String(Id)}`;
  const record = await callOrg<RecordData>('PATCH', path, { ...input, fields: changes }, headers || {});
  tellChanged([record.id]);
  return record;
}

/** `deleteRecord` over `DELETE /ui-api/records/{id}`. */
export async function deleteRecord(recordId: string): Promise<void> {
  await callOrg('DELETE', `ui-api/records/${recordId}`);
  tellChanged([recordId]);
}

/** `notifyRecordUpdateAvailable`: whatever wire shows these records asks again. */
export async function notifyRecordUpdateAvailable(
  records: readonly { readonly recordId: string }[],
): Promise<void> {
  tellChanged(records.map(({ recordId }) => recordId));
}

function namesOf(fields: Wanted['fields']): string[] {
  if (fields === undefined) return [];
  const list = Array.isArray(fields) ? (fields as readonly FieldReference[]) : [fields as FieldReference];
  return list.map(nameOf);
}
