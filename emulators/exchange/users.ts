import { refuse } from './errors.ts';
import { answer, mailboxOf, onlyOptions } from './graph-call.ts';
import type { GraphCall, GraphHandler } from './graph-call.ts';
import type { MailboxRecord } from './mailbox.ts';
import { fits, parseFilter } from './odata-filter.ts';
import type { Filterable } from './odata-filter.ts';
import { page } from './paging.ts';

const DEFAULT_PROPERTIES = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** `GET /users`: the directory, with `$filter` and `$select`. */
export const listUsers: GraphHandler = (call) => {
  onlyOptions(call, '$top', '$skip', '$select', '$filter', '$count');
  needDirectory(call);
  const source = call.query.get('$filter');
  const filter = source === null ? undefined : parseFilter(source);
  const users = [...call.tenant.mailboxes.values()].filter((user) => !filter || fits(filter, user, USERS));
  return answer(call, 200, {
    '@odata.context': `${call.base}/$metadata#users`,
    ...page(call, users, (user) => shown(call, user)),
  });
};

/** `GET /users/{id | userPrincipalName}`. */
export const getUser: GraphHandler = (call) => {
  onlyOptions(call, '$select');
  needDirectory(call);
  const name = call.params.user ?? '';
  const user = call.tenant.mailbox(name);
  if (!user) throw refuse.userNotFound(name);
  return answer(call, 200, {
    '@odata.context': `${call.base}/$metadata#users/$entity`,
    ...shown(call, user),
  });
};

/** `GET /users/{id}/mailboxSettings`. */
export const getMailboxSettings: GraphHandler = (call) => {
  const mailbox = mailboxOf(call);
  return answer(call, 200, {
    '@odata.context': `${call.base}/$metadata#users('${encodeURIComponent(call.params.user ?? '')}')/mailboxSettings`,
    archiveFolder: null,
    timeZone: mailbox.timeZone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'dd.MM.yyyy',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    language: { locale: 'en-US', displayName: 'English (United States)' },
  });
};

function needDirectory(call: GraphCall): void {
  if (!call.app.directory) throw refuse.directoryDenied();
}

function properties(user: MailboxRecord): Record<string, unknown> {
  const [givenName, ...rest] = user.displayName.split(' ');
  return {
    id: user.id,
    businessPhones: [],
    displayName: user.displayName,
    givenName: givenName ?? null,
    surname: rest.join(' ') || null,
    jobTitle: null,
    mail: user.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    userPrincipalName: user.userPrincipalName,
    usageLocation: user.usageLocation,
    proxyAddresses: user.proxyAddresses,
    otherMails: [],
    accountEnabled: true,
    userType: 'Member',
  };
}

const USERS: Filterable<MailboxRecord> = {
  value: (user, path) =>
    ['id', 'mail', 'userPrincipalName', 'displayName'].includes(path) ? properties(user)[path] : undefined,
  elements: (user, path) => (path === 'proxyAddresses' ? user.proxyAddresses : undefined),
};

function shown(call: GraphCall, user: MailboxRecord): Record<string, unknown> {
  const all = properties(user);
  const select = call.query.get('$select');
  const names = select === null ? DEFAULT_PROPERTIES : select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(name in all));
  if (unknown !== undefined) throw refuse.unknownProperty(unknown, 'microsoft.graph.user');
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
