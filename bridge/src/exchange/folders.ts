import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import { hasCode } from './answer.ts';
import type { MailboxCalls } from './mailbox-calls.ts';
import { folderGoneCodes } from './mailbox-fault.ts';
import { readList } from './pages.ts';
import { arrived, bodyOf } from './reads.ts';
import type { Sender } from './sender.ts';

const folderShape = z.looseObject({ id: z.string().min(1), displayName: z.string().nullish() });

interface Folder {
  readonly id: FolderId;
  readonly name: string;
}

/** Folders of exactly this name at any depth under the mailbox's contacts, the uppermost first. */
export async function findFolders(calls: MailboxCalls, name: string): Promise<readonly FolderId[]> {
  const folders = await walk(calls);
  return folders.filter((folder) => folder.name === name).map(({ id }) => id);
}

/**
 * Creates a folder under the mailbox's contacts, or takes the one that is there already: Exchange refuses a second one of that
 * name (`ErrorFolderExists`, whatever the case of its letters), so repeating a create whose answer was lost makes no copy.
 */
export async function createFolder(calls: MailboxCalls, name: string): Promise<FolderId> {
  const operation = 'createFolder';
  const target = { path: calls.paths.folders };
  const answer = await calls.sender.send(
    () => ({ operation, method: 'POST', target, body: { displayName: name } }),
    true,
  );
  const readable = arrived(answer, operation);
  if (readable.status !== 409 && !hasCode(readable, ['ErrorFolderExists'])) {
    return as<FolderId>(bodyOf(answer, folderShape, operation).id);
  }
  const folders = await walk(calls);
  const existing =
    folders.find((folder) => folder.name === name) ??
    folders.find((folder) => folder.name.toLowerCase() === name.toLowerCase());
  if (!existing) throw new Fault('TDM-B-UNEXPECTED', `${operation}: it exists already but is not listed`);
  return existing.id;
}

/** Whether the folder exists. */
export async function folderExists({ sender, paths }: MailboxCalls, folder: FolderId): Promise<boolean> {
  const operation = 'folderExists';
  const target = { path: `${paths.folder(folder)}?$select=id` };
  const answer = await sender.send(() => ({ operation, method: 'GET', target }), true);
  const readable = arrived(answer, operation);
  if (readable.status === 404 && hasCode(readable, folderGoneCodes)) return false;
  bodyOf(answer, folderShape, operation);
  return true;
}

/** All folders, level by level; one that is deleted meanwhile has none under it. */
async function walk({ sender, paths }: MailboxCalls): Promise<readonly Folder[]> {
  const top = await readFolders(sender, paths.folders);
  if (top === null) throw new Fault('TDM-M-INACTIVE', 'findFolders: the mailbox has no contacts folder');
  const all = new Map<FolderId, Folder>();
  let level = top;
  while (level.length > 0) {
    const fresh = level.filter(({ id }) => !all.has(id));
    for (const folder of fresh) all.set(folder.id, folder);
    const below = await Promise.all(fresh.map(({ id }) => readFolders(sender, paths.childFolders(id))));
    level = below.flatMap((folders) => folders ?? []);
  }
  return [...all.values()];
}

async function readFolders(sender: Sender, path: string): Promise<readonly Folder[] | null> {
  const items = await readList(sender, { path: `${path}?$top=100` }, 'findFolders');
  if (items === null) return null;
  return items.flatMap((item) => {
    const parsed = folderShape.safeParse(item);
    return parsed.success ? [{ id: as<FolderId>(parsed.data.id), name: parsed.data.displayName ?? '' }] : [];
  });
}
