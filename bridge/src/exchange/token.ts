import { ConfidentialClientApplication } from '@azure/msal-node';
import { Fault } from '../domain/fault.ts';
import type { Http } from '../domain/http.ts';
import { createAuthority } from './authority.ts';
import { readCertificate } from './certificate.ts';
import type { Clock } from './clock.ts';
import { createPatience, repeatPatiently } from './patience.ts';
import { signInFault } from './sign-in-fault.ts';

const renewBeforeMs = 5 * 60_000;
const patienceMs = 5_000;
const publicGraph = 'https://graph.microsoft.com';

/** What signing in as the app takes. */
export interface TokenOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly graphUrl: string;
  readonly authorityUrl: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** The app's access token, one at a time for the tenant. Both calls throw a Fault when there is none to be had. */
export interface Tokens {
  current(): Promise<string>;
  /** Another token in place of one that was refused; all that were refused the same one share it. */
  replace(refused: string): Promise<string>;
}

interface HeldToken {
  readonly text: string;
  readonly expiresAt: number;
}

/** Tokens by client credentials with a certificate, renewed five minutes before they expire. */
export function createTokens(options: TokenOptions): Tokens {
  const { clock, signal } = options;
  let held: HeldToken | null = null;
  let renewal: Promise<HeldToken> | null = null;

  async function renew(): Promise<string> {
    renewal ??= acquirePatiently().finally(() => (renewal = null));
    held = await renewal;
    return held.text;
  }

  async function acquirePatiently(): Promise<HeldToken> {
    const patience = createPatience(clock, patienceMs);
    const result = await repeatPatiently(patience, signal, async (repeats) => {
      const acquired = await acquire(options).catch(signInFault);
      const passing =
        acquired instanceof Fault && ['TDM-X-UNREACHABLE', 'TDM-X-ANSWER'].includes(acquired.code);
      return { result: acquired, waitMs: passing ? 1_000 * 2 ** repeats : null };
    });
    if (result instanceof Fault) throw result;
    return result;
  }

  return {
    async current() {
      const now = clock.now();
      if (held && now < held.expiresAt - renewBeforeMs) return held.text;
      try {
        return await renew();
      } catch (error) {
        // A sign-in service that is out of order for a moment must not stop what still has a good token.
        if (held && now < held.expiresAt) return held.text;
        throw error;
      }
    },
    async replace(refused) {
      if (held && held.text !== refused) return held.text;
      return renew();
    },
  };
}

/** Asks for a token with a client of its own: a kept one would answer from its cache, failures too. */
async function acquire(options: TokenOptions): Promise<HeldToken> {
  const { tenantId, clientId, graphUrl, clock, signal } = options;
  const authority = createAuthority(options.authorityUrl, options.http, signal);
  const { thumbprintSha256, privateKey, x5c } = readCertificate(
    options.certificatePem,
    options.privateKeyPem,
    clock.now(),
  );
  const app = new ConfidentialClientApplication({
    auth: {
      clientId,
      authority: `${authority.url}/${encodeURIComponent(tenantId)}`,
      clientCertificate: { thumbprintSha256, privateKey, x5c },
    },
    system: { networkClient: authority.network, disableInternalRetries: true },
  });
  const resource = graphUrl.startsWith('https:') ? new URL(graphUrl).origin : publicGraph;
  try {
    const result = await app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] });
    if (!result?.accessToken || !result.expiresOn) throw new Fault('TDM-X-ANSWER', 'sign-in without a token');
    return { text: result.accessToken, expiresAt: result.expiresOn.getTime() };
  } catch (error) {
    signal.throwIfAborted();
    throw authority.lastFault() ?? error;
  }
}
