import type { MailboxRecord } from './mailbox.ts';

/** The change key of an item that changed as the mailbox's `seq`th. */
export function changeKey(mailbox: Pick<MailboxRecord, 'id'>, seq: number): string {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32BE(0x11000000, 0);
  bytes.write(mailbox.id.replaceAll('-', '').slice(0, 24), 4, 'hex');
  bytes.writeUInt32BE(seq, 20);
  return bytes.toString('base64');
}
