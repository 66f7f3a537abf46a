import { z } from 'zod';
import { hasCode } from './answer.ts';
import { Fault } from '../domain/fault.ts';
import { folderGoneCodes } from './mailbox-fault.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { expandOrg, orgOf, orgProperty } from './marker.ts';
import { arrived, bodyOf } from './reads.ts';

/** Where Exchange keeps which org syncs a mailbox: on the folder of its contacts, and on its calendar. */
export interface OrgMark {
  /** The org that is named there; null when none is. */
  read(): Promise<string | null>;
  /** Writes down which org syncs it, in place of what stood there. */
  write(org: string): Promise<void>;
}

const homeShape = z.looseObject({ id: z.string() });

/**
 * The mark of the contact folder or calendar at this path, an extended property; both can carry one ("singleValueLegacyExtendedProperty").
 * An app that may only read leaves it as it is. Reading throws `TDM-M-FOLDER-GONE` when there is no such folder.
 */
export function orgMark({ sender }: Pick<MailboxCalls, 'sender'>, path: string): OrgMark {
  return {
    async read() {
      const operation = 'readOrg';
      const target = { path: `${path}?${expandOrg}` };
      const answer = await sender.send(() => ({ operation, method: 'GET', target }), true);
      const readable = arrived(answer, operation);
      if (readable.status === 404 && hasCode(readable, folderGoneCodes))
        throw new Fault('TDM-M-FOLDER-GONE', '');
      return orgOf(bodyOf(answer, homeShape, operation));
    },
    async write(org) {
      const operation = 'writeOrg';
      const body = { singleValueExtendedProperties: [{ id: orgProperty, value: org }] };
      const answer = await sender.send(() => ({ operation, method: 'PATCH', target: { path }, body }), true);
      if (answer.kind === 'answer' && answer.status === 403 && hasCode(answer, ['ErrorAccessDenied'])) return;
      bodyOf(answer, homeShape, operation);
    },
  };
}
