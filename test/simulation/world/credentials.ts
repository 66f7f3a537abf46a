import { createCertificate } from '../../../emulators/client/certificate.ts';

/** Where the services are, as far as the bridge can tell, and who it is there. */
export const addresses = { exchange: 'http://exchange.test', salesforce: 'http://salesforce.test' } as const;
export const tenantId = '7d1c6f3a-52a1-4c39-9a58-0c8e3a4b1f20';
export const clientId = '0b8f4a52-7a0d-4d54-9a53-3c1d7f6a2e11';
export const consumerKey = 'tandem';
export const bridgeUser = 'tandem@example.test';

/** One key pair for all runs of this process, since making one takes longer than a run. */
export const { certificatePem, privateKeyPem } = createCertificate('Tandem simulation');
