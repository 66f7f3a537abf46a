import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCertificate } from '../../../emulators/client/certificate.ts';

/** A key pair's certificate, with the files of both. */
export interface Keys {
  certificate: string;
  certificateFile: string;
  privateKeyFile: string;
}

/** Makes a new pair, whose certificate is valid to the end of that year, and writes its files into the folder. */
export function createKeys(folder: string, lastYear?: number): Keys {
  const { certificatePem, privateKeyPem } = createCertificate('Tandem end-to-end tests', lastYear);
  mkdirSync(folder, { recursive: true });
  const certificateFile = join(folder, 'certificate.pem');
  const privateKeyFile = join(folder, 'private-key.pem');
  writeFileSync(certificateFile, certificatePem);
  writeFileSync(privateKeyFile, privateKeyPem, { mode: 0o600 });
  return { certificate: certificatePem, certificateFile, privateKeyFile };
}
