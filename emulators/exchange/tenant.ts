import type { KeyObject } from 'node:crypto';
import { randomBytes } from 'node:crypto';
import type { MailboxRecord } from './mailbox.ts';
import { createOutgoingMail } from './mail/outgoing-mail.ts';
import type { OutgoingMail } from './mail/outgoing-mail.ts';

/** An app registration with the certificates it may sign with. */
export interface App {
  clientId: string;
  /** Public keys by the base64url SHA-256 thumbprint of their certificate. */
  certificates: Map<string, KeyObject>;
  /** RBAC for Applications: every mailbox, or those of these names or ids in lower case. */
  mailboxes: 'all' | Set<string>;
  /** Whether the app may read users (User.Read.All). */
  directory: boolean;
}

export interface AccessToken {
  clientId: string;
  expiresAt: Date;
}

/** The tenant: its apps, access tokens and mailboxes. */
export interface Tenant {
  id: string;
  apps: Map<string, App>;
  tokens: Map<string, AccessToken>;
  /** By directory id. */
  mailboxes: Map<string, MailboxRecord>;
  /** What Exchange mailed about events. */
  mail: OutgoingMail;
  addMailbox(mailbox: MailboxRecord): void;
  /** The mailbox with that directory id or user principal name, letter case ignored. */
  mailbox(idOrName: string): MailboxRecord | undefined;
  inScope(app: App, mailbox: MailboxRecord): boolean;
  /** Issues an access token of the look of a real one. */
  issueToken(clientId: string, now: Date, seconds: number): string;
}

/** The tenant id until seeding names another. */
export const DEFAULT_TENANT_ID = '7d1c6f3a-52a1-4c39-9a58-0c8e3a4b1f20';

export function createTenant(): Tenant {
  const byName = new Map<string, MailboxRecord>();
  const tenant: Tenant = {
    id: DEFAULT_TENANT_ID,
    apps: new Map(),
    tokens: new Map(),
    mailboxes: new Map(),
    mail: createOutgoingMail(),
    addMailbox: (mailbox) => {
      tenant.mailboxes.set(mailbox.id, mailbox);
      byName.set(mailbox.id.toLowerCase(), mailbox);
      byName.set(mailbox.userPrincipalName.toLowerCase(), mailbox);
    },
    mailbox: (idOrName) => byName.get(idOrName.toLowerCase()),
    inScope: (app, mailbox) =>
      app.mailboxes === 'all' ||
      app.mailboxes.has(mailbox.id.toLowerCase()) ||
      app.mailboxes.has(mailbox.userPrincipalName.toLowerCase()),
    issueToken: (clientId, now, seconds) => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const issued = Math.floor(now.getTime() / 1000);
      const claims = {
        aud: 'https://graph.microsoft.com',
        appid: clientId,
        tid: tenant.id,
        iat: issued,
        exp: issued + seconds,
      };
      const token = `${part({ typ: 'JWT', alg: 'RS256' })}.${part(claims)}.${randomBytes(64).toString('base64url')}`;
      tenant.tokens.set(token, { clientId, expiresAt: new Date(now.getTime() + seconds * 1000) });
      return token;
    },
  };
  return tenant;
}
