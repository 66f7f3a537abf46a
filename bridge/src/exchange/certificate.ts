import { createPrivateKey, X509Certificate } from 'node:crypto';
import { Fault } from '../domain/fault.ts';

/** A certificate as the sign-in wants it. */
export interface SignInCertificate {
  /** SHA-256 of the certificate, in hex. */
  readonly thumbprintSha256: string;
  readonly privateKey: string;
  readonly x5c: string;
  /** Its last moment, in milliseconds since 1970. */
  readonly validUntil: number;
}

/** Reads certificate and key (both PEM); a Fault says what is wrong with them before Microsoft is asked. */
export function readCertificate(
  certificatePem: string,
  privateKeyPem: string,
  now: number,
): SignInCertificate {
  const certificate = parse('the certificate is not readable PEM', () => new X509Certificate(certificatePem));
  const key = parse('the private key is not readable PEM', () => createPrivateKey(privateKeyPem));
  if (!certificate.checkPrivateKey(key)) {
    throw new Fault('TDM-X-CERTIFICATE-KEY', '');
  }
  if (certificate.validToDate.getTime() < now) {
    throw new Fault(
      'TDM-X-CERTIFICATE-EXPIRED',
      `It was valid until ${certificate.validToDate.toISOString()}.`,
    );
  }
  return {
    thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
    privateKey: privateKeyPem,
    x5c: certificatePem,
    validUntil: certificate.validToDate.getTime(),
  };
}

function parse<Parsed>(detail: string, read: () => Parsed): Parsed {
  try {
    return read();
  } catch (error) {
    throw new Fault('TDM-X-CERTIFICATE', detail, error);
  }
}
