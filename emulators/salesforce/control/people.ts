import { z } from 'zod';
import { personGate } from '../access.ts';
import { RefusedRequest, refuse, type Refusal } from '../refusal.ts';
import { runQuery } from '../soql/query.ts';
import type { Emulator, State } from '../state.ts';
import { emptyRecycleBin, remove, undelete } from '../store/delete.ts';
import { normaliseId } from '../store/ids.ts';
import { commitLate } from '../store/late.ts';
import { actOf, type Act } from '../store/org.ts';
import { failed, invalidCrossReference, type Outcome } from '../store/outcome.ts';
import { insert, update } from '../store/save.ts';
import { resolveRefs } from './seed.ts';

const who = { as: z.string().optional(), lateBy: z.number().nonnegative().optional() };
const fields = z.record(z.string(), z.unknown());

/** The bodies of `POST /_control/people/…`; ids and `as` may be `@name` of a seeded record. */
export const peopleSchemas = {
  create: z.strictObject({ ...who, object: z.string(), fields }),
  update: z.strictObject({ ...who, id: z.string(), fields }),
  delete: z.strictObject({ ...who, id: z.string() }),
  undelete: z.strictObject({ ...who, id: z.string() }),
  lock: z.strictObject({ id: z.string(), seconds: z.number().positive().optional() }),
  unlock: z.strictObject({ id: z.string() }),
  query: z.strictObject({ as: z.string().optional(), soql: z.string(), all: z.boolean().default(false) }),
};

export type PeopleInput = { [Action in keyof typeof peopleSchemas]: z.input<(typeof peopleSchemas)[Action]> };
type Body<Action extends keyof typeof peopleSchemas> = z.output<(typeof peopleSchemas)[Action]>;

/** What a person got: the body, or the refusal that the screen would show. */
export type Reply = { readonly body: object } | { readonly refusal: Refusal };

/** What people do in the org, by their own hand. */
export function createPeople(emulator: Emulator) {
  const write = (
    body: { as?: string | undefined; lateBy?: number | undefined },
    work: (act: Act) => Outcome,
  ): Reply => {
    const state = emulator.state();
    const { org } = state;
    org.settle();
    const userId = userOf(state, body.as);
    if (!userId) return { refusal: refuse('INVALID_USER', `there is no user ${body.as}`) };
    const act = actOf(org, userId, { gate: personGate(org, userId) });
    const outcome = work(act);
    if (!outcome.ok) return { refusal: outcome.refusal };
    const late = body.lateBy ?? org.quirks().lateCommitSeconds;
    if (late > 0) commitLate(org, act, late);
    return { body: { id: outcome.id } };
  };

  return {
    create: (body: Body<'create'>): Reply =>
      write(body, (act) => {
        const state = emulator.state();
        const type = state.org.schema.object(body.object);
        if (!type) return failed(refuse('INVALID_TYPE', `there is no object ${body.object}`));
        return insert(state.org, type, resolveRefs(state, body.fields), act);
      }),
    update: (body: Body<'update'>): Reply =>
      write(body, (act) => {
        const state = emulator.state();
        const id = idOf(state, body.id);
        const type = state.org.schema.ofId(id);
        if (!type) return failed(invalidCrossReference);
        return update(state.org, type, id, resolveRefs(state, body.fields), act);
      }),
    delete: (body: Body<'delete'>): Reply =>
      write(body, (act) => {
        const state = emulator.state();
        const id = idOf(state, body.id);
        const type = state.org.schema.ofId(id);
        return type ? remove(state.org, type, id, act) : failed(invalidCrossReference);
      }),
    undelete: (body: Body<'undelete'>): Reply =>
      write(body, (act) => undelete(emulator.state().org, idOf(emulator.state(), body.id), act)),
    lock({ id, seconds }: Body<'lock'>): Reply {
      const state = emulator.state();
      const until = seconds === undefined ? undefined : state.org.now().getTime() + seconds * 1000;
      state.org.locks.lock(idOf(state, id), until);
      return { body: {} };
    },
    unlock({ id }: Body<'unlock'>): Reply {
      const state = emulator.state();
      state.org.locks.release(idOf(state, id));
      return { body: {} };
    },
    query({ as, soql, all }: Body<'query'>): Reply {
      const state = emulator.state();
      state.org.settle();
      const userId = userOf(state, as) ?? state.adminId;
      try {
        const result = runQuery({
          org: state.org,
          soql,
          userId,
          includeDeleted: all,
          gate: personGate(state.org, userId),
        });
        const records = Array.from({ length: result.recordCount }, (_none, index) => result.record(index));
        return { body: { totalSize: result.totalSize, records } };
      } catch (error) {
        if (error instanceof RefusedRequest) return { refusal: error.refusal };
        throw error;
      }
    },
    emptyRecycleBin: (): Reply => ({ body: { removed: emptyRecycleBin(emulator.state().org) } }),
  };
}

function idOf(state: State, text: string): string {
  const named = text.startsWith('@') ? state.refs.get(text.slice(1)) : undefined;
  return named ?? normaliseId(text) ?? text;
}

/** The user that an id, a username or `@name` means; the admin when nobody is named. */
export function userOf(state: State, text: string | undefined): string | undefined {
  if (text === undefined) return state.adminId;
  const { org } = state;
  const type = org.schema.object('User')!;
  const table = org.table(type);
  const id = idOf(state, text);
  if (table.get(id)) return id;
  const [byName] = table.lookup(org.schema.field(type, 'Username')!, text);
  return byName;
}
