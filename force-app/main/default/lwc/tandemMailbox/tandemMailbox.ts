import { fill } from 'c/tandemText';
import { labels } from './labels';
import type { BridgeNode, MailboxNode, RequestNode } from './queries';

export { LIVE, requestsOf } from './queries';
export type { BridgeNode, Connection, Field, LiveData, MailboxNode, RequestNode } from './queries';

/** What the bridge's own row says of it. */
export interface Bridge {
  readonly heartbeat: string | null;
  readonly problem: string | null;
}

/** The bridge writes its row every few seconds or minutes; after this long without it something is wrong. */
const SILENT_AFTER_MS = 10 * 60_000;

/** Whether a bridge has reported lately, so that what it wrote can be taken as the present state. */
export function isAlive(bridge: Bridge | undefined, now: number): boolean {
  return bridge?.heartbeat != null && now - Date.parse(bridge.heartbeat) < SILENT_AFTER_MS;
}

/** The bridge from its row; undefined when none has ever reported. */
export function bridgeOf(node: BridgeNode | undefined): Bridge | undefined {
  return node && { heartbeat: node.Heartbeat__c.value, problem: node.Problem__c.value };
}

/** A mailbox as the table, the cards and the panel show it. */
export interface Mailbox {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly contacts: KindState;
  readonly events: KindState;
  readonly problem: string;
  /** Up to when both sides are known to hold the same of all that syncs, ISO; nothing while that is not known. */
  readonly inSyncAsOf: string | undefined;
  readonly issues: number;
  readonly changedAt: string;
}

/** How the sync of one kind stands, in words and by an icon. */
export interface State {
  readonly value: string;
  readonly label: string;
  readonly icon: string;
}

/** How one kind stands, with what is known of both sides. */
export interface KindState extends State {
  /** Whether it syncs at all. */
  readonly isOff: boolean;
  readonly problem: string | undefined;
  /** Up to when both sides are known to hold the same, ISO; nothing while that is not known. */
  readonly inSyncAsOf: string | undefined;
  readonly lastChange: string | undefined;
  readonly inExchange: number | undefined;
  readonly inSalesforce: number | undefined;
}

/** A request as the screen shows it. */
export interface Request {
  readonly id: string;
  readonly userId: string;
  /** The issue that it is about, if it is about one. */
  readonly issueId: string | undefined;
  readonly kind: string;
  readonly text: string;
  readonly icon: string;
  readonly isOpen: boolean;
  /** What the bridge says of a request that it carried out. */
  readonly answer: string | undefined;
  /** The bridge's answer, as JSON. */
  readonly result: string | undefined;
  readonly createdAt: string;
}

/** A mailbox with the newest request that is about it. */
export interface Entry {
  readonly mailbox: Mailbox;
  readonly request: Request | undefined;
}

const STATE_ICONS: Readonly<Record<string, string>> = {
  InSync: 'utility:success',
  FirstSync: 'utility:sync',
  Paused: 'utility:pause',
  Held: 'utility:lock',
  Failing: 'utility:error',
  NotStarted: 'utility:clock',
  Off: 'utility:ban',
};

/** A mailbox from its row. A quiet mailbox has no news: it is in sync as of the bridge's heartbeat. */
export function mailboxOf(node: MailboxNode, bridge: Bridge | undefined, now: number): Mailbox {
  const heartbeat = isAlive(bridge, now) ? (bridge?.heartbeat ?? null) : null;
  const contacts = kindOf(node, 'Contacts', heartbeat);
  const events = kindOf(node, 'Events', heartbeat);
  return {
    id: node.Id,
    userId: node.User__c.value ?? '',
    name: node.User__r?.Name.value ?? labels.unknownPerson,
    email: node.Email__c?.value ?? '',
    contacts,
    events,
    problem: [contacts.problem, events.problem].filter(Boolean).join(' '),
    inSyncAsOf: [contacts, events].flatMap((kind) => (kind.isOff ? [] : (kind.inSyncAsOf ?? []))).sort()[0],
    issues: node.Open_Issues__c?.value ?? 0,
    changedAt: node.LastModifiedDate.value ?? '',
  };
}

function kindOf(node: MailboxNode, kind: 'Contacts' | 'Events', heartbeat: string | null): KindState {
  const state = stateOf(node[`${kind}_State__c`], node[`${kind}_Progress__c`]?.value);
  const quietSince = state.value === 'InSync' ? heartbeat : null;
  return {
    ...state,
    isOff: state.value === 'Off' || (kind === 'Events' && state.value === 'NotStarted'),
    problem: node[`${kind}_Problem__c`]?.value ?? undefined,
    inSyncAsOf: quietSince ?? node[`${kind}_In_Sync_As_Of__c`]?.value ?? undefined,
    lastChange: node[`${kind}_Last_Change__c`]?.value ?? undefined,
    inExchange: node[`${kind}_In_Exchange__c`]?.value ?? undefined,
    inSalesforce: node[`${kind}_In_Salesforce__c`]?.value ?? undefined,
  };
}

function stateOf(state: MailboxNode['Contacts_State__c'], progress: number | null | undefined): State {
  if (state === undefined) return { value: 'Hidden', label: labels.hidden, icon: 'utility:hide' };
  const value = state.value ?? 'NotStarted';
  const words = state.displayValue ?? labels.notStarted;
  const label = value === 'FirstSync' && progress != null ? fill(labels.progress, words, progress) : words;
  return { value, label, icon: STATE_ICONS[value] ?? 'utility:question' };
}

const REQUEST_ICONS: Readonly<Record<string, string>> = {
  New: 'utility:clock',
  Running: 'utility:sync',
  Done: 'utility:check',
  Failed: 'utility:error',
  Refused: 'utility:ban',
};

/** A request from its row: what was asked, how far it is, and the bridge's words. */
export function requestOf(node: RequestNode): Request {
  const status = node.Status__c.value ?? 'New';
  const answer = status === 'Failed' || status === 'Refused' ? messageOf(node.Result__c.value) : undefined;
  const kind = node.Kind__c.displayValue ?? '';
  const isOpen = status === 'New' || status === 'Running';
  const words = fill(
    labels.requestState,
    kind,
    isOpen ? labels.waiting : (node.Status__c.displayValue ?? status),
  );
  return {
    id: node.Id,
    userId: node.User__c.value ?? '',
    issueId: node.Issue__c.value ?? undefined,
    kind: node.Kind__c.value ?? '',
    text: answer ? `${words} ${answer}` : words,
    icon: REQUEST_ICONS[status] ?? 'utility:question',
    isOpen,
    result: node.Result__c.value ?? undefined,
    answer: status === 'Done' ? messageOf(node.Result__c.value) : undefined,
    createdAt: node.CreatedDate.value ?? '',
  };
}

function messageOf(result: string | null): string | undefined {
  try {
    return (JSON.parse(result ?? '{}') as { message?: string }).message;
  } catch {
    return undefined;
  }
}
