import type { Clock } from './clock.ts';
import type { Paths } from './paths.ts';
import type { Sender } from './sender.ts';

/** What the calls of one mailbox work with. */
export interface MailboxCalls {
  readonly sender: Sender;
  readonly paths: Paths;
  readonly clock: Clock;
}
