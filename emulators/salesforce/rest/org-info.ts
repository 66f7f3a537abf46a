import type { WireAnswer } from '../../kernel/wire.ts';
import type { Emulator } from '../state.ts';
import { API_ROOT } from '../version.ts';
import type { Handler } from './call.ts';
import { dataStorage } from '../store/storage.ts';
import { apiUsage } from './usage.ts';

/** `GET /services/data/vNN.N`: where the resources are. */
export const resources: Handler = (call) => {
  const names = ['sobjects', 'query', 'queryAll', 'composite', 'limits'];
  const urls = Object.fromEntries(names.map((name) => [name, `${API_ROOT}/${name}`]));
  return { status: 200, body: { ...urls, identity: identityUrl(call.emulator, call.userId) } };
};

/** `GET /limits` */
export const limits: Handler = (call) => {
  const { used, allowed } = apiUsage(call.emulator);
  const unused = (most: number) => ({ Max: most, Remaining: most });
  const body = {
    DailyApiRequests: { Max: allowed, Remaining: Math.max(0, allowed - used) },
    DailyBulkApiBatches: unused(15_000),
    DailyBulkV2QueryJobs: unused(10_000),
    DailyDeliveredPlatformEvents: unused(25_000),
    DataStorageMB: dataStorage(call.org),
    FileStorageMB: unused(10_240),
    SingleEmail: unused(5_000),
  };
  return { status: 200, body };
};

/** `GET /services/oauth2/userinfo` and the identity url: who is signed in. */
export function identity(emulator: Emulator, userId: string, openId: boolean): WireAnswer {
  const { org, organizationId } = emulator.state();
  const user = org.row(userId)!;
  const url = emulator.url();
  const rest = `${url}/services/data/v{version}/`;
  const who = {
    user_id: userId,
    organization_id: organizationId,
    email: user['Email'],
    email_verified: true,
    zoneinfo: user['TimeZoneSidKey'],
    language: user['LanguageLocaleKey'],
    urls: { rest, sobjects: `${rest}sobjects/`, query: `${rest}query/`, recent: `${rest}recent/` },
  };
  const body = openId
    ? {
        sub: identityUrl(emulator, userId),
        ...who,
        preferred_username: user['Username'],
        name: user['Name'],
        given_name: user['FirstName'] ?? null,
        family_name: user['LastName'],
        active: user['IsActive'],
        user_type: 'STANDARD',
      }
    : {
        id: identityUrl(emulator, userId),
        asserted_user: true,
        ...who,
        username: user['Username'],
        display_name: user['Name'],
        first_name: user['FirstName'] ?? null,
        last_name: user['LastName'],
        active: user['IsActive'],
        user_type: 'STANDARD',
        timezone: user['TimeZoneSidKey'],
        is_app_installed: true,
      };
  return { status: 200, body };
}

/** The `id` of a token answer. */
export function identityUrl(emulator: Emulator, userId: string): string {
  return `${emulator.url()}/id/${emulator.state().organizationId}/${userId}`;
}
