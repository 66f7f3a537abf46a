import type { Page } from 'playwright-core';

interface Folder {
  readonly id: string;
  readonly displayName: string;
  readonly isDefault: boolean;
}

interface CalendarEvent {
  readonly subject: string;
  readonly extendedProperties: Readonly<Record<string, string>>;
}

interface Item {
  readonly id: string;
  readonly displayName: string;
}

/** What the person of a mailbox does in Outlook, through the playground's own way to the tenant. */
export async function inOutlook(page: Page, email: string) {
  const api = new URL('/api/exchange/mailboxes', page.url()).href;
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, data?: object): Promise<unknown> => {
    const answer = await page.request.fetch(`${api}${path}`, { method, ...(data && { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()}`);
    return answer.json().catch(() => ({}));
  };
  const { mailboxes } = (await call('GET', '')) as {
    mailboxes: { id: string; userPrincipalName: string }[];
  };
  const mailbox = `/${mailboxes.find(({ userPrincipalName }) => userPrincipalName === email)?.id ?? ''}`;
  const { folders } = (await call('GET', `${mailbox}/folders`)) as { folders: Folder[] };
  const synced = folders.find(({ displayName }) => displayName === 'Salesforce_Sync')?.id ?? '';
  const others = folders.find(({ isDefault }) => isDefault)?.id ?? '';
  const item = (id: string) => `${mailbox}/contacts/${encodeURIComponent(id)}`;
  const contacts = async () =>
    ((await call('GET', `${mailbox}/folders/${encodeURIComponent(synced)}/contacts`)) as { contacts: Item[] })
      .contacts;
  return {
    contacts,
    makes: (contact: object) =>
      call('POST', `${mailbox}/folders/${encodeURIComponent(synced)}/contacts`, contact),
    async movesOut(name: string) {
      const found = (await contacts()).find(({ displayName }) => displayName === name);
      await call('POST', `${item(found?.id ?? '')}/move`, { folderId: others });
    },
    events: async () => ((await call('GET', `${mailbox}/events`)) as { events: CalendarEvent[] }).events,
    /** Invites people to a meeting. */
    meets: (meeting: object) => call('POST', `${mailbox}/events`, meeting),
    deletes: (id: string) => call('DELETE', item(id)),
  };
}
