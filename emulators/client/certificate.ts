import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A self-signed certificate with its key, for an app registration or a connected app in tests and the playground. */
export interface Certificate {
  privateKeyPem: string;
  certificatePem: string;
  /** SHA-256 of the certificate in hexadecimal digits, as MSAL takes it. */
  thumbprintSha256: string;
}

/** Makes an RSA 2048 certificate that is valid from 2020 to the end of a year, 2049 unless told. */
export function createCertificate(commonName: string, lastYear = 2049): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), Buffer.from('0500', 'hex'));
  const name = sequence(tagged(0x31, sequence(objectId('550403'), tagged(0x0c, Buffer.from(commonName)))));
  const validity = sequence(utcTime('200101000000Z'), utcTime(`${String(lastYear).slice(2)}1231235959Z`));
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    sha256WithRsa,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, sha256WithRsa, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    thumbprintSha256: createHash('sha256').update(der).digest('hex'),
  };
}

/** One DER element. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const digits = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, 0x80 + digits.length, ...digits]), content]);
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts));
const objectId = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));
const integer = (bytes: Buffer) => tagged(0x02, bytes);
const utcTime = (text: string) => tagged(0x17, Buffer.from(text));
