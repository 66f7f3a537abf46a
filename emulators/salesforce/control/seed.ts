import { addCustomField } from '../schema/custom.ts';
import { setSharedActivities } from '../events/shared-activities.ts';
import { addDuplicateRule } from '../rules/duplicate-rule.ts';
import { addValidationRule } from '../rules/validation-rule.ts';
import { optionalNameParts } from '../schema/standard/people.ts';
import type { Emulator, State } from '../state.ts';
import { normaliseId } from '../store/ids.ts';
import { actOf, type Act } from '../store/org.ts';
import { insert } from '../store/save.ts';
import { enableFeatures, enableRecordTypes } from './features.ts';
import { addPermissionSet, addProfile, grantField } from './grants.ts';
import type { Seed } from './seed-schema.ts';
import { idByName, userDefaults } from './startup.ts';

export type Seeded =
  | { readonly ids: Record<string, string>; readonly organizationId: string; readonly adminId: string }
  | { readonly error: string };

/** Puts records into the org, all or none; read-only fields such as stamps may be given. */
export function seed(emulator: Emulator, input: Seed): Seeded {
  const state = emulator.state();
  const { org } = state;
  const act = actOf(org, state.adminId, { seeding: true });
  const ids: Record<string, string> = {};
  try {
    prepare(state, input, act);
    for (const { ref, Name, ...grants } of input.profiles) {
      name(state, ids, ref, addProfile(org, act, Name, grants));
    }
    for (const { ref, Name, Label, ...grants } of input.permissionSets) {
      name(state, ids, ref, addPermissionSet(org, act, { Name, Label: Label ?? Name }, grants));
    }
    for (const [index, one] of input.permissionSetGroups.entries()) addGroup(state, ids, act, one, index);
    for (const [index, one] of input.recordTypes.entries()) addRecordType(state, ids, act, one, index);
    for (const [index, one] of input.roles.entries()) addRecord(state, ids, act, 'UserRole', one, index);
    for (const [index, one] of input.users.entries()) addUser(state, ids, act, one, index);
    const sections = {
      Account: input.accounts,
      Contact: input.contacts,
      Lead: input.leads,
      Calendar: input.calendars,
      Event: input.events,
    };
    for (const [object, records] of [...Object.entries(sections), ...Object.entries(input.records)]) {
      for (const [index, one] of records.entries()) addRecord(state, ids, act, object, one, index);
    }
  } catch (error) {
    act.journal.rollback(0);
    return { error: (error as Error).message };
  }
  return { ids, organizationId: state.organizationId, adminId: state.adminId };
}

/** The parts of a seed that change the org itself rather than add rows. */
function prepare(state: State, input: Seed, act: Act): void {
  const { org } = state;
  const { id, middleNames, suffixes, personAccounts, stateCountryPicklists, sharedActivities, ...fields } =
    input.organization ?? {};
  const table = org.table(org.schema.object('Organization')!);
  const before = table.get(state.organizationId)!;
  const organizationId = normaliseId(id) ?? state.organizationId;
  table.remove(before.Id);
  table.put({ ...before, ...fields, Id: organizationId });
  state.organizationId = organizationId;
  const parts = optionalNameParts();
  for (const object of ['Contact', 'Lead', 'User']) {
    const type = org.schema.object(object)!;
    if (middleNames) org.schema.addField(type, parts.middleName);
    if (suffixes) org.schema.addField(type, parts.suffix);
  }
  enableFeatures(org, act, { personAccounts, stateCountryPicklists });
  if (sharedActivities !== undefined) setSharedActivities(org, sharedActivities, act);
  for (const { object, visibleTo, ...metadata } of input.customFields) {
    addCustomField(org.schema, object, metadata);
    grantField(org, act, object, metadata.fullName, visibleTo);
  }
  for (const { object, ...rule } of input.validationRules) {
    addValidationRule(org.schema, object, rule, `validation rule ${object}.${rule.name}`);
  }
  for (const rule of input.duplicateRules) addDuplicateRule(org, rule);
  for (const app of input.apps) state.apps.set(app.clientId, app);
}

function addGroup(
  state: State,
  ids: Record<string, string>,
  act: Act,
  { ref, DeveloperName, permissionSets }: Seed['permissionSetGroups'][number],
  index: number,
): void {
  const group = { ref, DeveloperName, MasterLabel: DeveloperName };
  const PermissionSetGroupId = addRecord(state, ids, act, 'PermissionSetGroup', group, index);
  for (const set of permissionSets) {
    const member = { PermissionSetGroupId, PermissionSetId: idByName(state.org, 'PermissionSet', set) };
    addRecord(state, ids, act, 'PermissionSetGroupComponent', member, index);
  }
}

function addUser(
  state: State,
  ids: Record<string, string>,
  act: Act,
  one: Record<string, unknown>,
  index: number,
): void {
  const { ref, profile, permissionSets, permissionSetGroups, ...fields } = one as {
    ref?: string;
    profile?: string;
    permissionSets?: string[];
    permissionSetGroups?: string[];
    Username?: string;
  } & Record<string, unknown>;
  const defaults = userDefaults(state.org, fields.Username ?? '', profile ?? 'Standard User');
  const id = addRecord(state, ids, act, 'User', { ref, ...defaults, ...fields }, index);
  for (const set of permissionSets ?? []) {
    const PermissionSetId = idByName(state.org, 'PermissionSet', set);
    addRecord(state, ids, act, 'PermissionSetAssignment', { AssigneeId: id, PermissionSetId }, index);
  }
  for (const group of permissionSetGroups ?? []) {
    const PermissionSetGroupId = idByName(state.org, 'PermissionSetGroup', group, 'DeveloperName');
    addRecord(state, ids, act, 'PermissionSetAssignment', { AssigneeId: id, PermissionSetGroupId }, index);
  }
}

/** Adds a record type, or changes the one of that name. */
function addRecordType(
  state: State,
  ids: Record<string, string>,
  act: Act,
  { ref, object, developerName, label, active, visibleTo }: Seed['recordTypes'][number],
  index: number,
): void {
  const { org } = state;
  const table = org.table(org.schema.object('RecordType')!);
  const known = [...table.all()].find(
    (row) => row['SobjectType'] === object && row['DeveloperName'] === developerName,
  );
  const fields = { ref, SobjectType: object, DeveloperName: developerName, Name: label ?? developerName };
  const id = known?.Id ?? addRecord(state, ids, act, 'RecordType', fields, index);
  act.journal.put(table, { ...table.get(id)!, IsActive: active });
  if (visibleTo) org.recordTypeAudience.set(id, visibleTo);
  else org.recordTypeAudience.delete(id);
}

function addRecord(
  state: State,
  ids: Record<string, string>,
  act: Act,
  object: string,
  one: Record<string, unknown>,
  index: number,
): string {
  const { org } = state;
  const type = org.schema.object(object);
  if (!type) throw new Error(`there is no object ${object}`);
  const { ref, ...fields } = one;
  if (object === 'RecordType') enableRecordTypes(org, String(fields['SobjectType']));
  const outcome = insert(org, type, withStamps(resolveRefs(state, fields)), act);
  if (!outcome.ok) {
    const { code, message } = outcome.refusal;
    throw new Error(`${object}[${index}]${typeof ref === 'string' ? ` "${ref}"` : ''}: ${code} ${message}`);
  }
  name(state, ids, ref as string | undefined, outcome.id);
  return outcome.id;
}

/** A record that is given one stamp was last changed then in every respect. */
function withStamps(fields: Record<string, unknown>): Record<string, unknown> {
  const stamp = fields['SystemModstamp'] ?? fields['LastModifiedDate'];
  if (stamp === undefined) return fields;
  return { CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp, ...fields };
}

function name(state: State, ids: Record<string, string>, ref: string | undefined, id: string): void {
  if (ref === undefined) return;
  if (state.refs.has(ref)) throw new Error(`the ref "${ref}" is taken`);
  state.refs.set(ref, id);
  ids[ref] = id;
}

/** Replaces texts `@name`, in lists too, by the id that a seed gave that name. */
export function resolveRefs(state: State, fields: Record<string, unknown>): Record<string, unknown> {
  const resolve = (value: unknown) =>
    typeof value === 'string' && value.startsWith('@') ? (state.refs.get(value.slice(1)) ?? value) : value;
  const resolved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    resolved[key] = Array.isArray(value) ? value.map(resolve) : resolve(value);
  }
  return resolved;
}
