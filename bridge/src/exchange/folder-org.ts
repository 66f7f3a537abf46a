import { z } from 'zod';
import type { FolderId } from '../domain/ids.ts';
import { hasCode } from './answer.ts';
import { Fault } from '../domain/fault.ts';
import { folderGoneCodes } from './mailbox-fault.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { expandOrg, orgOf, orgProperty } from './marker.ts';
import { arrived, bodyOf } from './reads.ts';

const folderShape = z.looseObject({ id: z.string() });

/** The org that a folder names as the one that syncs it ("Get singleValueLegacyExtendedProperty" of a contactFolder); null when none. Throws `TDM-M-FOLDER-GONE`. */
export async function readFolderOrg(
  { sender, paths }: MailboxCalls,
  folder: FolderId,
): Promise<string | null> {
  const operation = 'readFolderOrg';
  const target = { path: `${paths.folder(folder)}?${expandOrg}` };
  const answer = await sender.send(() => ({ operation, method: 'GET', target }), true);
  const readable = arrived(answer, operation);
  if (readable.status === 404 && hasCode(readable, folderGoneCodes)) throw new Fault('TDM-M-FOLDER-GONE', '');
  return orgOf(bodyOf(answer, folderShape, operation));
}

/** Writes down which org syncs the folder, in place of what stood there. An app that may only read leaves it as it is. */
export async function writeFolderOrg(
  { sender, paths }: MailboxCalls,
  folder: FolderId,
  org: string,
): Promise<void> {
  const operation = 'writeFolderOrg';
  const target = { path: paths.folder(folder) };
  const body = { singleValueExtendedProperties: [{ id: orgProperty, value: org }] };
  const answer = await sender.send(() => ({ operation, method: 'PATCH', target, body }), true);
  if (answer.kind === 'answer' && answer.status === 403 && hasCode(answer, ['ErrorAccessDenied'])) return;
  bodyOf(answer, folderShape, operation);
}
