import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { Fault } from '../../domain/fault.ts';

/** Who signs in, and with which key. */
export interface Credentials {
  readonly loginUrl: string;
  /** The token's audience; by default the one that Salesforce documents for the host of `loginUrl`. */
  readonly audience?: string | undefined;
  readonly clientId: string;
  readonly username: string;
  /** PKCS#8 or PKCS#1. */
  readonly privateKeyPem: string;
}

const lifetimeSeconds = 180;

/**
 * The signed assertion of the OAuth 2.0 JWT bearer flow, valid for three minutes after `now` (milliseconds), as in
 * Salesforce Help "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration". Throws a Fault for a key that cannot be used.
 */
export async function signAssertion(credentials: Credentials, now: number): Promise<string> {
  try {
    return await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(credentials.clientId)
      .setSubject(credentials.username)
      .setAudience(credentials.audience ?? documentedAudience(credentials.loginUrl))
      .setExpirationTime(Math.floor(now / 1000) + lifetimeSeconds)
      .sign(createPrivateKey(credentials.privateKeyPem));
  } catch (error) {
    throw new Fault(
      'TDM-S-LOGIN',
      'The private key cannot be read; it must be an RSA key in PEM form.',
      error,
    );
  }
}

function documentedAudience(loginUrl: string): string {
  const { hostname } = new URL(loginUrl);
  const sandbox = hostname === 'test.salesforce.com' || hostname.endsWith('.sandbox.my.salesforce.com');
  return sandbox ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
}
