import { createPrivateKey } from 'node:crypto';
import type { Step } from '../../domain/step.ts';
import { failed, failedBy, passed, skipped, warned } from '../../domain/step.ts';
import { readCertificate } from '../../exchange/certificate.ts';
import type { Settings } from '../settings.ts';

const name = 'Certificate';
const keyName = 'Salesforce private key';
const dayMs = 24 * 60 * 60 * 1000;
const warnDays = 30;

/** Whether certificate and key of the app can be read, belong together and are valid for another month. */
export function checkCertificate(settings: Partial<Settings>, now: Date): Step {
  const { TANDEM_CERTIFICATE: certificate, TANDEM_PRIVATE_KEY: key } = settings;
  if (certificate === undefined || key === undefined) return skipped(name, 'Its settings are missing.');
  try {
    const { validUntil } = readCertificate(certificate, key, now.getTime());
    const days = Math.floor((validUntil - now.getTime()) / dayMs);
    const until = new Date(validUntil).toISOString().slice(0, 10);
    if (days < warnDays) return warned(name, 'TDM-X-CERTIFICATE-ENDS', `It is valid until ${until}.`);
    return passed(name, `The certificate belongs to the private key and is valid until ${until}.`);
  } catch (error) {
    return failedBy(name, error);
  }
}

/** Whether the key of the sign-in to Salesforce is one that the sign-in can use. */
export function checkSalesforceKey({ TANDEM_SALESFORCE_PRIVATE_KEY: key }: Partial<Settings>): Step {
  if (key === undefined) return skipped(keyName, 'Its setting is missing.');
  try {
    if (createPrivateKey(key).asymmetricKeyType === 'rsa') return passed(keyName, 'It is an RSA key.');
  } catch {
    return failed(keyName, 'TDM-S-LOGIN', 'TANDEM_SALESFORCE_PRIVATE_KEY cannot be read as PEM.');
  }
  return failed(keyName, 'TDM-S-LOGIN', 'TANDEM_SALESFORCE_PRIVATE_KEY is not an RSA key.');
}
