import { personGate } from '../access.ts';
import { archiveEvents } from '../events/archive.ts';
import { RefusedRequest, refuse, type Refusal } from '../refusal.ts';
import { runQuery } from '../soql/query.ts';
import type { Emulator, State } from '../state.ts';
import { convertLead } from '../store/convert-lead.ts';
import { emptyRecycleBin, remove, undelete } from '../store/delete.ts';
import { normaliseId } from '../store/ids.ts';
import { commitLate } from '../store/late.ts';
import { merge } from '../store/merge.ts';
import { actOf, type Act, type Org } from '../store/org.ts';
import { failed, invalidCrossReference, type Outcome } from '../store/outcome.ts';
import { insert, update } from '../store/save.ts';
import type { PeopleAction, PeopleBody } from './people-schemas.ts';
import { follow, shareRecord, unfollow, unshareRecord } from './people-shares.ts';
import { resolveRefs } from './seed.ts';

/** What a person got: the body, or the refusal that the screen would show. */
export type Reply = { readonly body: object } | { readonly refusal: Refusal };

/** An outcome may tell more than the id. */
type Done = Outcome | { readonly ok: true; readonly id: string; readonly more: object };

/** What people do in the org, by their own hand. */
export function createPeople(emulator: Emulator) {
  const write = (
    body: { as?: string | undefined; lateBy?: number | undefined },
    work: (org: Org, act: Act, state: State) => Done,
  ): Reply => {
    const state = emulator.state();
    const { org } = state;
    org.settle();
    const userId = userOf(state, body.as);
    if (!userId) return { refusal: refuse('INVALID_USER', `there is no user ${body.as}`) };
    const act = actOf(org, userId, { gate: personGate(org, userId) });
    const outcome = work(org, act, state);
    if (!outcome.ok) return { refusal: outcome.refusal };
    endSessions(state);
    const late = body.lateBy ?? org.quirks().lateCommitSeconds;
    if (late > 0) commitLate(org, act, late);
    return { body: { id: outcome.id, ...('more' in outcome ? outcome.more : {}) } };
  };
  const setActive = (body: PeopleBody<'activate'>, IsActive: boolean): Reply =>
    write(body, (org, act, state) => {
      const id = userOf(state, body.user);
      return id
        ? update(org, org.schema.object('User')!, id, { IsActive }, act)
        : failed(invalidCrossReference);
    });

  return {
    create: (body: PeopleBody<'create'>) =>
      write(body, (org, act, state) => {
        const type = org.schema.object(body.object);
        if (!type) return failed(refuse('INVALID_TYPE', `there is no object ${body.object}`));
        return insert(org, type, resolveRefs(state, body.fields), act);
      }),
    update: (body: PeopleBody<'update'>) =>
      write(body, (org, act, state) => {
        const id = idOf(state, body.id);
        const type = org.schema.ofId(id);
        if (!type) return failed(invalidCrossReference);
        return update(org, type, id, resolveRefs(state, body.fields), act);
      }),
    delete: (body: PeopleBody<'delete'>) =>
      write(body, (org, act, state) => {
        const id = idOf(state, body.id);
        const type = org.schema.ofId(id);
        return type ? remove(org, type, id, act) : failed(invalidCrossReference);
      }),
    undelete: (body: PeopleBody<'undelete'>) =>
      write(body, (org, act, state) => undelete(org, idOf(state, body.id), act)),
    merge: (body: PeopleBody<'merge'>) =>
      write(body, (org, act, state) => {
        const losers = body.loserIds.map((id) => idOf(state, id));
        return merge(org, idOf(state, body.masterId), losers, resolveRefs(state, body.fields), act);
      }),
    convertLead: (body: PeopleBody<'convertLead'>) =>
      write(body, (org, act, state) => {
        const id = idOf(state, body.id);
        const named = (text: string | undefined) => (text === undefined ? undefined : idOf(state, text));
        const into = { accountId: named(body.accountId), contactId: named(body.contactId) };
        const { ok: _ok, ...result } = convertLead(org, id, into, act);
        return 'refusal' in result ? failed(result.refusal) : { ok: true, id, more: result };
      }),
    share: (body: PeopleBody<'share'>) =>
      write(body, (org, act, state) => {
        const user = userOf(state, body.user);
        return user
          ? shareRecord(org, idOf(state, body.id), user, body.level, act)
          : failed(invalidCrossReference);
      }),
    unshare: (body: PeopleBody<'unshare'>) =>
      write(body, (org, act, state) => {
        const user = userOf(state, body.user);
        return user ? unshareRecord(org, idOf(state, body.id), user, act) : failed(invalidCrossReference);
      }),
    follow: (body: PeopleBody<'follow'>) =>
      write(body, (org, act, state) => follow(org, idOf(state, body.id), act)),
    unfollow: (body: PeopleBody<'unfollow'>) =>
      write(body, (org, act, state) => unfollow(org, idOf(state, body.id), act)),
    deactivate: (body: PeopleBody<'deactivate'>) => setActive(body, false),
    activate: (body: PeopleBody<'activate'>) => setActive(body, true),
    lock({ id, seconds }: PeopleBody<'lock'>): Reply {
      const state = emulator.state();
      const until = seconds === undefined ? undefined : state.org.now().getTime() + seconds * 1000;
      state.org.locks.lock(idOf(state, id), until);
      return { body: {} };
    },
    unlock({ id }: PeopleBody<'unlock'>): Reply {
      const state = emulator.state();
      state.org.locks.release(idOf(state, id));
      return { body: {} };
    },
    query({ as, soql, all }: PeopleBody<'query'>): Reply {
      const state = emulator.state();
      state.org.settle();
      const userId = userOf(state, as) ?? state.adminId;
      try {
        const gate = personGate(state.org, userId);
        const result = runQuery({ org: state.org, soql, userId, includeDeleted: all, gate });
        const records = Array.from({ length: result.recordCount }, (_none, index) => result.record(index));
        return { body: { totalSize: result.totalSize, records } };
      } catch (error) {
        if (error instanceof RefusedRequest) return { refusal: error.refusal };
        throw error;
      }
    },
  } satisfies { [Action in PeopleAction]: (body: PeopleBody<Action>) => Reply };
}

/** Empties the recycle bin of the org. */
export function emptyBin(emulator: Emulator): Reply {
  return { body: { removed: emptyRecycleBin(emulator.state().org) } };
}

/** Archives old events, as the platform does in its own time. */
export function archive(emulator: Emulator): Reply {
  return { body: { archived: archiveEvents(emulator.state().org) } };
}

/** A deactivated user is signed out at once, and stays so when activated again. */
function endSessions({ org, sessions }: State): void {
  for (const [token, { userId }] of sessions) {
    if (org.row(userId)?.['IsActive'] !== true) sessions.delete(token);
  }
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
