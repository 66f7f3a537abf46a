import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** The key and the self-signed certificate by which the bridge signs in on both sides of the demo. */
export interface Credentials {
  readonly certificateFile: string;
  readonly privateKeyFile: string;
  readonly certificatePem: string;
}

/** Makes a new key pair and certificate and writes both into the folder; only this user can read the key. */
export async function makeCredentials(folder: string): Promise<Credentials> {
  const { cert, private: privateKey } = await generate([{ name: 'commonName', value: 'Tandem demo' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  const certificateFile = join(folder, 'certificate.pem');
  const privateKeyFile = join(folder, 'private-key.pem');
  await writeFile(certificateFile, cert);
  await writeFile(privateKeyFile, privateKey, { mode: 0o600 });
  return { certificateFile, privateKeyFile, certificatePem: cert };
}
