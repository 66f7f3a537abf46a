export type MailKind = 'invitation' | 'update' | 'cancellation' | 'response';

/** One mail that Exchange sent to one person because of an event. */
export interface SentMail {
  n: number;
  at: string;
  from: string;
  to: string;
  kind: MailKind;
  /** What caused it: the properties that were written, or the words of what was done. */
  why: string[];
  /** Whether the app did that by Graph or a person in Outlook. */
  by: 'api' | 'people';
  subject: string | null;
  /** The sender's copy, by immutable id. */
  eventId: string;
  uid: string;
  /** The original date, when the mail is about one occurrence. */
  date?: string;
  comment?: string;
}

/** Everything the tenant mailed about events, in order. */
export interface OutgoingMail {
  send(mail: Omit<SentMail, 'n'>): void;
  read(since: number): SentMail[];
  clear(): void;
}

const KEPT = 200_000;

/** The newest 200,000 mails are kept; numbers go on after a clear. */
export function createOutgoingMail(): OutgoingMail {
  let mails: SentMail[] = [];
  let n = 0;
  return {
    send: (mail) => {
      mails.push({ n: ++n, ...mail });
      if (mails.length > KEPT) mails = mails.slice(-KEPT / 2);
    },
    read: (since) => mails.filter((mail) => mail.n > since),
    clear: () => {
      mails = [];
    },
  };
}
