import type { RelatedId } from '../../domain/attendance.ts';
import type { EventRelation, NewRelation, RelationChange } from '../../domain/event-relation.ts';
import type { EventTime, SalesforceEvent } from '../../domain/event.ts';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { FieldDescription } from '../../domain/mapping.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { ReadPosition, Row } from '../salesforce.ts';

/** What the org-wide reader needs to know of an event: never more than keys. */
export interface EventKeys {
  readonly id: RecordId;
  readonly ownerId: UserId;
  readonly stamp: string;
  readonly created: string;
  readonly modified: string;
  readonly lastModifiedBy: UserId;
  readonly subject: string | null;
  readonly time: EventTime;
  /** Activity.Tandem_Key__c. */
  readonly key: string | null;
  readonly deleted: boolean;
  readonly isChild: boolean;
  readonly isClientManaged: boolean;
  readonly isSeriesRow: boolean;
}

/** What events of the org have. */
export interface EventDescription {
  /** By API name. */
  readonly fields: ReadonlyMap<string, FieldDescription>;
  /** Whether one event can have several related contacts, and so `EventWhoIds`. */
  readonly sharedActivities: boolean;
}

/** A new event; `key` becomes Activity.Tandem_Key__c, which is not unique. */
export interface NewEvent {
  readonly key: string;
  readonly fields: Row;
}

/** The events of a Salesforce org. */
export interface SalesforceEvents {
  /** Events after `position` (null: from the beginning), live and deleted, at most 2,000, by (SystemModstamp, Id). */
  readChanged(
    position: ReadPosition | null,
  ): Promise<{ readonly events: readonly EventKeys[]; readonly more: boolean }>;
  /** Events that left the recycle bin unseen are only in this feed; `complete` is false when the log starts after `since`. */
  readDeleted(
    since: string,
  ): Promise<{ readonly ids: readonly RecordId[]; readonly until: string; readonly complete: boolean }>;
  /** Keys of the events that the org holds, those in the recycle bin among them. */
  readKeys(ids: readonly RecordId[]): Promise<readonly EventKeys[]>;
  /** Live events that carry one of these keys, in any state; how a create whose answer was lost is found again. */
  findByKeys(keys: readonly string[]): Promise<readonly EventKeys[]>;
  /** Current values; missing and deleted events are left out. `fields` are API names beside those of the time. */
  read(ids: readonly RecordId[], fields: readonly string[]): Promise<ReadonlyMap<RecordId, SalesforceEvent>>;
  /** SystemModstamp of the events that exist; read again just before an update. */
  readStamps(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, string>>;
  /** The ids of all events that exist; for the full comparison. */
  readAllIds(): Promise<ReadonlySet<RecordId>>;
  /** The oldest lead of each e-mail address (lower case) that is not converted. */
  findLeads(emails: readonly string[]): Promise<ReadonlyMap<string, RelatedId>>;
  /** The oldest active user of each e-mail address (lower case), customers and partners who sign in to a site left out. */
  findUsers(emails: readonly string[]): Promise<ReadonlyMap<string, RelatedId>>;
  /** Whom these events are with and who is invited to them, those without anybody left out. */
  readRelations(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, readonly EventRelation[]>>;
  /** Makes relations; one that is there already is done. Without an answer `unknown`: read them before they are made again. */
  relate(relations: readonly NewRelation[]): Promise<readonly Outcome<null>[]>;
  answerRelations(changes: readonly RelationChange[]): Promise<readonly Outcome<null>[]>;
  /** Takes relations away by the ids of their rows; what is gone already is done. */
  unrelate(ids: readonly string[]): Promise<readonly Outcome<null>[]>;
  describe(): Promise<EventDescription>;
  /** Outcomes in the order of the events. A create whose answer was lost is `unknown`: look it up by its key before it is repeated. */
  create(events: readonly NewEvent[]): Promise<readonly Outcome<RecordId>[]>;
  update(
    events: readonly { readonly id: RecordId; readonly fields: Row }[],
  ): Promise<readonly Outcome<null>[]>;
  /** Deleting what is gone already is done, not refused. */
  delete(ids: readonly RecordId[]): Promise<readonly Outcome<null>[]>;
}
