import { element, icon } from '../shared/element.ts';
import type { Folder } from './mailbox.ts';
import { folderOf } from './view.ts';
import type { Acts, View } from './view.ts';

/** The name of the folder that Tandem syncs, until somebody renames it: it is known by id then. */
const syncedName = 'Salesforce_Sync';

/** The contact folders as a tree, with the buttons for the open one. */
export function folderPane(view: View, acts: Acts): HTMLElement {
  const root = view.folders.find(({ isDefault }) => isDefault);
  const open = folderOf(view);
  return element(
    'nav',
    { class: 'folders', 'aria-label': 'Folders' },
    root && element('ul', {}, branch(root, view, acts)),
    element(
      'div',
      { class: 'folder-buttons' },
      folderButton('add', 'New folder', 'add-folder', () => acts.addFolder()),
      open &&
        !open.isDefault &&
        folderButton('edit', 'Rename', 'rename-folder', () => acts.renameFolder(open)),
      open &&
        !open.isDefault &&
        folderButton('delete', 'Delete', 'delete-folder', () => acts.deleteFolder(open)),
    ),
  );
}

function branch(folder: Folder, view: View, acts: Acts): HTMLElement {
  const children = view.folders.filter(({ parentFolderId }) => parentFolderId === folder.id);
  const synced = folder.displayName === syncedName;
  return element(
    'li',
    {},
    element(
      'button',
      {
        id: `folder-${folder.id}`,
        class: 'folder',
        'aria-current': folder.id === view.folderId ? 'true' : undefined,
        onclick: () => acts.openFolder(folder.id),
      },
      icon(synced ? 'sync' : folder.isDefault ? 'people' : 'open_folder'),
      element('span', { class: 'folder-name' }, folder.displayName),
      element(
        'span',
        { class: 'count', 'aria-label': `${folder.contactCount} contacts` },
        String(folder.contactCount),
      ),
    ),
    children.length > 0 && element('ul', {}, ...children.map((child) => branch(child, view, acts))),
  );
}

function folderButton(name: string, words: string, id: string, act: () => void): HTMLElement {
  return element('button', { id, class: 'quiet', onclick: act }, icon(name), element('span', {}, words));
}
