import { callOrg } from 'org/session';

interface RecordInput {
  readonly apiName: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** `createRecord` over `POST /ui-api/records`. */
export const createRecord = (input: RecordInput): Promise<{ id: string }> =>
  callOrg('POST', 'ui-api/records', input);
