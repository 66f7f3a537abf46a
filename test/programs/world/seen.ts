import type { FakeMailbox, Item } from './mailbox.ts';
import type { FakeOrg } from './org.ts';
import type { World } from './world.ts';

/** A mailbox as people and the oracle see it; whether it is a fake or an emulated one, they cannot tell. */
export interface SeenMailbox extends Pick<
  FakeMailbox,
  'exchangeUserId' | 'items' | 'add' | 'change' | 'move'
> {
  /** A copy beside it, with all that others hid in it. */
  copy(item: Item): void;
}

export type SeenOrg = Pick<
  FakeOrg,
  'records' | 'accounts' | 'rows' | 'companyOf' | 'isVisible' | 'add' | 'change' | 'renameAccount'
>;

/** The world as people and the oracle see it. */
export interface Seen extends Pick<
  World,
  | 'policy'
  | 'returnsAsTombstone'
  | 'accountsLateMs'
  | 'commitsLateMs'
  | 'users'
  | 'otherUser'
  | 'ledger'
  | 'passBegan'
  | 'isMeddledWith'
  | 'held'
  | 'history'
> {
  readonly clock: Pick<World['clock'], 'now'>;
  readonly org: SeenOrg;
  readonly mailboxes: ReadonlyMap<World['users'][number], SeenMailbox>;
}
