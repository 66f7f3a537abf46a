import { attempt, tell } from '../shared/tell.ts';
import { createContactActs } from './contact-acts.ts';
import { createFolderActs } from './folder-acts.ts';
import { mailboxOf } from './mailbox.ts';
import type { MailboxActions } from './mailbox.ts';
import type { Acts, View } from './view.ts';

export interface Page {
  readonly view: View;
  readonly paint: Readonly<Record<'bar' | 'folders' | 'list' | 'pane', () => void>>;
  /** Reads the mailbox at once and paints what changed. */
  readonly look: () => Promise<void>;
}

/** What the acts are made of. */
export interface Hands extends Page {
  /** The mailbox that is open. */
  mailbox(this: void): MailboxActions;
  /** Carries out a change, reads again and tells what was done; what goes wrong is told instead. Gives whether it went well. */
  change(this: void, done: string, action: () => Promise<unknown>): Promise<boolean>;
  /** Selects a contact, or none, and opens or closes the form. */
  select(this: void, contactId: string, editing?: View['editing']): void;
}

/** What the person can do on the page, carried out in the emulated mailbox. */
export function createActs(page: Page): Acts {
  const { view, paint, look } = page;

  async function change(done: string, action: () => Promise<unknown>): Promise<boolean> {
    const went = await attempt(async () => {
      await action();
      await look();
    });
    if (went) tell(done);
    return went;
  }

  function select(contactId: string, editing: View['editing'] = 'nothing'): void {
    Object.assign(view, { contactId, editing });
    paint.list();
    paint.pane();
    document.getElementById(`contact-${contactId}`)?.scrollIntoView({ block: 'nearest' });
  }

  /** Opens another mailbox or folder: with nothing selected, nothing searched and nothing in the form. */
  function open(what: Partial<View>): void {
    Object.assign(view, {
      contacts: [],
      contactId: '',
      search: '',
      editing: 'nothing',
      loading: true,
      ...what,
    });
    for (const part of Object.values(paint)) part();
    void look();
  }

  const hands: Hands = { ...page, mailbox: () => mailboxOf(view.mailboxId), change, select };
  return {
    openMailbox: (mailboxId) => open({ mailboxId, folderId: '', folders: [] }),
    openFolder: (folderId) => open({ folderId }),
    search: (text) => {
      view.search = text;
      paint.list();
    },
    ...createFolderActs(hands),
    ...createContactActs(hands),
  };
}
