import { callOrg } from 'org/session';
import { wireAdapter } from 'org/wire';

type Parameters = Readonly<Record<string, unknown>>;

/**
 * An Apex method, to call and to wire. Apex cannot run without an org: the emulated one answers methods that are a single query in
 * user mode by that query (emulators/salesforce/apex).
 */
export function apexMethod(className: string, method: string) {
  const path = `apex/${className}/${method}`;
  const call = (parameters: Parameters = {}) => callOrg<unknown>('POST', path, parameters);
  const Wire = wireAdapter<Parameters, unknown>(
    (parameters) => (Object.values(parameters).includes(undefined) ? undefined : JSON.stringify(parameters)),
    (question) => callOrg('POST', path, JSON.parse(question)),
  );
  return Object.assign(call, { adapter: Wire });
}
