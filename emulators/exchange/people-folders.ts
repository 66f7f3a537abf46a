import { z } from 'zod';
import { addFolder, emptyFolder, isWithin, removeFolder } from './mailbox-folders.ts';
import { folderNamedBy, Impossible } from './people-act.ts';
import type { Act, PeopleRoute } from './people-act.ts';
import { folderState } from './state.ts';

const newFolder = z.strictObject({ displayName: z.string().min(1), parentFolderId: z.string().optional() });

/** What people do with contact folders; unlike the API they may double a name and move a folder. */
export const folderRoutes: PeopleRoute[] = [
  ['GET', '/folders', list],
  ['POST', '/folders', create],
  ['PATCH', '/folders/:folder', change],
  ['DELETE', '/folders/:folder', remove],
  ['POST', '/folders/:folder/empty', empty],
];

function list({ mailbox }: Act): unknown {
  const folders = [...mailbox.folders.values()];
  return {
    folders: folders.map((folder) => ({
      ...folderState(mailbox, folder),
      contactCount: folder.contacts.size,
    })),
  };
}

function create({ mailbox, body }: Act): unknown {
  const { displayName, parentFolderId } = body(newFolder);
  const parent = folderNamedBy(mailbox, parentFolderId ?? 'default');
  return folderState(mailbox, addFolder(mailbox, displayName, parent.id));
}

function change({ mailbox, params, body }: Act): unknown {
  const folder = folderNamedBy(mailbox, params.folder);
  const { displayName, parentFolderId } = body(newFolder.partial());
  if (parentFolderId !== undefined) {
    const parent = folderNamedBy(mailbox, parentFolderId);
    if (isWithin(mailbox, parent, folder)) throw new Impossible(400, 'a folder cannot move into itself');
    folder.parentId = parent.id;
  }
  if (displayName !== undefined) folder.displayName = displayName;
  return folderState(mailbox, folder);
}

function remove({ mailbox, params, moment }: Act): unknown {
  const folder = folderNamedBy(mailbox, params.folder);
  if (folder === mailbox.contactsFolder) throw new Impossible(400, 'the default folder cannot be deleted');
  removeFolder(mailbox, folder, moment);
  return {};
}

function empty({ mailbox, params, moment }: Act): unknown {
  return { deleted: emptyFolder(mailbox, folderNamedBy(mailbox, params.folder), moment) };
}
