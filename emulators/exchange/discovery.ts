import type { WireAnswer } from '../kernel/wire.ts';

const LOGIN = 'https://login.microsoftonline.com';

/** `GET /common/discovery/instance`: which hosts are the same authority. */
export function instanceDiscovery(): WireAnswer {
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: `${LOGIN}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: [
            'login.microsoftonline.com',
            'login.windows.net',
            'login.microsoft.com',
            'sts.windows.net',
          ],
        },
      ],
    },
  };
}

/** `GET /{tenant}/v2.0/.well-known/openid-configuration`. */
export function openidConfiguration(tenantName: string): WireAnswer {
  return {
    status: 200,
    body: {
      token_endpoint: `${LOGIN}/${tenantName}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      jwks_uri: `${LOGIN}/${tenantName}/discovery/v2.0/keys`,
      issuer: `${LOGIN}/${tenantName}/v2.0`,
      authorization_endpoint: `${LOGIN}/${tenantName}/oauth2/v2.0/authorize`,
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    },
  };
}
