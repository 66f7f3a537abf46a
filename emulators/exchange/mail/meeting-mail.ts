import type { EventRecord } from '../events/calendar.ts';
import { valuesOf, instanceOn } from '../events/series.ts';
import type { Deed } from './deed.ts';
import type { MailKind } from './outgoing-mail.ts';

/** What a mail about a meeting says. */
export interface MeetingMail {
  from: string;
  to: readonly string[];
  kind: MailKind;
  why: readonly string[];
  date?: string | undefined;
  comment?: string | undefined;
}

/** Mails about a meeting to each of the addresses, one mail each. */
export function mailAbout(deed: Deed, record: EventRecord, { to, ...mail }: MeetingMail): void {
  if (deed.silent) return;
  const { date, comment } = mail;
  const instance = date === undefined ? undefined : instanceOn(record, date, deed.moment.quirks);
  const { subject } = instance ? valuesOf(record, instance) : record.values;
  for (const address of to) {
    deed.tenant.mail.send({
      at: deed.moment.now.toISOString(),
      from: mail.from,
      to: address,
      kind: mail.kind,
      why: [...mail.why],
      by: deed.by,
      subject,
      eventId: record.immutableId,
      uid: record.uid,
      ...(date === undefined ? {} : { date }),
      ...(comment === undefined ? {} : { comment }),
    });
  }
}
