import { askText, confirms } from '../shared/ask.ts';
import type { Hands } from './acts.ts';
import type { Folder } from './mailbox.ts';
import type { Acts } from './view.ts';

/** What can be done with folders. New ones are made under the default folder, where Outlook makes them. */
export function createFolderActs({
  view,
  mailbox,
  change,
}: Hands): Pick<Acts, 'addFolder' | 'renameFolder' | 'deleteFolder'> {
  async function add(): Promise<void> {
    const root = view.folders.find(({ isDefault }) => isDefault);
    const name = root && (await askText({ title: 'New folder', yes: 'Create' }, 'Name'));
    if (name) await change(`Folder ${name} created.`, () => mailbox().addFolder(name, root.id));
  }

  async function rename({ id, displayName }: Folder): Promise<void> {
    const name = await askText({ title: `Rename ${displayName}`, yes: 'Rename' }, 'Name', displayName);
    if (name) await change(`Folder renamed to ${name}.`, () => mailbox().renameFolder(id, name));
  }

  async function remove({ id, displayName, contactCount }: Folder): Promise<void> {
    const text = `Its ${contactCount} contacts are deleted from Outlook too.`;
    const question = { title: `Delete ${displayName}?`, text, yes: 'Delete', danger: true };
    if (await confirms(question))
      await change(`Folder ${displayName} deleted.`, () => mailbox().deleteFolder(id));
  }

  return {
    addFolder: () => void add(),
    renameFolder: (folder) => void rename(folder),
    deleteFolder: (folder) => void remove(folder),
  };
}
