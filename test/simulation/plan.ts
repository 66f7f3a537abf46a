import type {
  Limits as ExchangeLimits,
  Quirks as ExchangeQuirks,
} from '../../emulators/exchange/settings.ts';
import type { Limits as OrgLimits, Quirks as OrgQuirks } from '../../emulators/salesforce/settings.ts';
import type { Act } from '../programs/people.ts';
import type { Setup as ProgramSetup } from '../programs/world/world.ts';
import type { EventAct } from './events/acts.ts';
import type { AttendanceAct } from './events/attendance-acts.ts';
import type { EventSetup } from './events/setup.ts';
import type { Service } from './world/wire.ts';

/** A plan of one run, as plain JSON: what an admin set up, how the services behave, and what happens. */
export interface Plan {
  /** Of how long calls take, and of everything else that is left to chance. */
  readonly seed: string;
  readonly setup: Setup;
  readonly turns: readonly Turn[];
}

export interface Setup {
  readonly mailboxes: number;
  /** The first user stands above the others, and may do what they may with their contacts. */
  readonly chief?: boolean;
  /** The last user owns the accounts, so that whoever stands above may do all with their contacts, also delete them. */
  readonly repsAccounts?: boolean;
  readonly policy: ProgramSetup['policy'];
  /** Absent where no events sync. */
  readonly events?: EventSetup;
  readonly exchange: { readonly quirks: Partial<ExchangeQuirks>; readonly limits: Partial<ExchangeLimits> };
  readonly salesforce: { readonly quirks: Partial<OrgQuirks>; readonly limits: Partial<OrgLimits> };
  /** How long after their stamps people's records become visible, in seconds. */
  readonly lateBy: number;
  /** Seconds by which the services' clocks are ahead of the bridge's. */
  readonly skew: { readonly exchange: number; readonly salesforce: number };
}

/** A stretch of time in which people act and things go wrong. */
export interface Turn {
  readonly seconds: number;
  /** So many days pass before it begins, in which no process of the bridge runs. */
  readonly days?: number;
  readonly deeds: readonly TimedDeed[];
  readonly troubles: readonly Trouble[];
}

/** At a second of the turn (counted on from its start when it is shorter), or just before a call of it arrives at a service. */
export type When = { readonly second: number } | { readonly service: Service; readonly call: number };

export interface TimedDeed {
  readonly when: When;
  readonly deed: Deed;
}

/** What a person does: with contacts as in the programs, or with Tandem and the folder. */
export type Deed = Act | EventAct | AttendanceAct | { readonly kind: OtherDeed; readonly who: number };

export const otherDeeds = ['syncNow', 'resetContacts', 'pause', 'resume', 'approve', 'renameFolder'] as const;
/** Where events sync, people ask for their reset too. */
export type OtherDeed = (typeof otherDeeds)[number] | 'resetEvents';

export const faultEffects = [
  'lostAnswer',
  'cut',
  'malformed',
  'html',
  'expiredToken',
  'unavailable',
  'throttled',
  'rowLocked',
] as const;
export type FaultEffect = (typeof faultEffects)[number];

/** What goes wrong in a turn, at the so-manieth call to a service or write of state; the first has number 0. */
export type Trouble =
  | {
      readonly kind: 'fault';
      readonly service: Service;
      readonly call: number;
      readonly effect: FaultEffect;
      /** The so-manieth member of a batch or composite call; null for the call itself. */
      readonly member: number | null;
    }
  | {
      readonly kind: 'crash';
      readonly at: Service | 'store';
      readonly call: number;
      /** `after`: it was carried out, and its answer never read. A write of state is only cut before. */
      readonly when: 'before' | 'after';
    }
  /** The process stands still, another one is started on the same database, and then the first one goes on beside it. */
  | { readonly kind: 'paused'; readonly at: Service; readonly call: number; readonly seconds: number }
  | { readonly kind: 'loseDatabase' | 'oldDatabase' | 'killCursors' | 'expireSessions' | 'expirePages' };

/** The name of the rule that a broken run names. */
export function ruleOf(broken: string): string {
  return broken.split(':')[0]!;
}
