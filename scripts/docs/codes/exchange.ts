import type { CodeDetails } from './details.ts';

const cannotSignIn =
  'No mailbox syncs. At the start the command ends with exit code 2; a running bridge keeps trying. Changes wait on both sides and are synced later.';
const keepsTrying =
  'Tandem keeps trying, ever less often up to a limit. Changes wait on both sides and are synced later.';
const doctor = 'Run `tandem doctor`: the step of the sign-in passes.';

/** The codes of the connection to Microsoft 365. */
export const exchangeCodes = {
  'TDM-X-CERTIFICATE': {
    when: 'At the sign-in, when the app registration does not have the certificate of `TANDEM_CERTIFICATE`, or it cannot be read.',
    meanwhile: cannotSignIn,
    steps: [
      'In the Entra admin centre open the app registration, _Certificates & secrets_, _Certificates_.',
      'Compare the thumbprint with the certificate of `TANDEM_CERTIFICATE`; upload it when it is not there.',
      doctor,
    ],
  },
  'TDM-X-CERTIFICATE-EXPIRED': {
    when: 'When the last day of the certificate has passed.',
    meanwhile: cannotSignIn,
    steps: [
      'Make a new certificate with its private key.',
      'Upload the certificate to the app registration.',
      'Set `TANDEM_CERTIFICATE` and `TANDEM_PRIVATE_KEY` (or their `_FILE` forms) to the new pair and restart the bridge.',
      doctor,
    ],
  },
  'TDM-X-CERTIFICATE-ENDS': {
    when: 'In `tandem doctor`, for the last 30 days of the certificate.',
    meanwhile: 'Everything goes on until the last day.',
    steps: [
      'Make a new certificate and upload it to the app registration beside the old one.',
      'Set `TANDEM_CERTIFICATE` and `TANDEM_PRIVATE_KEY` to the new pair and restart the bridge.',
      'Remove the old certificate from the app registration.',
    ],
  },
  'TDM-X-CERTIFICATE-KEY': {
    when: 'At the start, when certificate and private key are not of one pair.',
    meanwhile: 'The command ends with exit code 2 before anything is asked of Microsoft.',
    steps: ['Set `TANDEM_CERTIFICATE` and `TANDEM_PRIVATE_KEY` to the two parts of one pair.', doctor],
  },
  'TDM-X-TENANT': {
    when: 'At the sign-in, when there is no tenant of the id in `TANDEM_TENANT_ID`.',
    meanwhile: cannotSignIn,
    steps: [
      'In the Entra admin centre open _Overview_ and copy the _Tenant ID_.',
      'Set `TANDEM_TENANT_ID` to it.',
      doctor,
    ],
  },
  'TDM-X-APP': {
    when: 'At the sign-in, when the tenant has no app of the id in `TANDEM_CLIENT_ID`, or nobody has consented to it.',
    meanwhile: cannotSignIn,
    steps: [
      'In the Entra admin centre open the app registration and copy the _Application (client) ID_.',
      'Set `TANDEM_CLIENT_ID` to it.',
      'Under _API permissions_ grant admin consent in this tenant.',
      doctor,
    ],
  },
  'TDM-X-DENIED': {
    when: 'When Microsoft refuses the sign-in or the token for another reason: the app is disabled, consent was taken back, or a policy of the tenant forbids it.',
    meanwhile: cannotSignIn,
    steps: [
      'In the Entra admin centre see that the enterprise application is enabled for sign-in.',
      'Under _API permissions_ see that admin consent is granted.',
      'The sign-in logs of the service principal tell which policy refused it.',
      doctor,
    ],
  },
  'TDM-X-DIRECTORY': {
    when: 'When Tandem looks for a mailbox by e-mail address and the app may not read users.',
    meanwhile: 'Mailboxes that were found before go on, since they are known by their id; new ones wait.',
    steps: [
      'Give the app registration the application permission `User.Read.All`.',
      'Grant admin consent.',
      'Test the connection of a user again.',
    ],
  },
  'TDM-X-BUSY': {
    when: 'In a connection test, when Microsoft 365 throttles the app.',
    meanwhile: 'Syncing waits as long as Microsoft asks, then goes on by itself.',
    steps: ['Make the test again in some minutes.'],
  },
  'TDM-X-UNREACHABLE': {
    when: 'When there is no answer, or Microsoft 365 says that it is out of service.',
    meanwhile: keepsTrying,
    steps: [
      'Check network, proxy and DNS of the machine: `graph.microsoft.com` and `login.microsoftonline.com` must be reachable.',
      'Check `TANDEM_GRAPH_URL` and `TANDEM_AUTHORITY_URL` where they are set.',
      'Look at the service health of Microsoft 365.',
    ],
  },
  'TDM-X-ANSWER': {
    when: 'When an answer is not what Microsoft Graph sends: an HTML page of a proxy, JSON that is cut off, a link to another host.',
    meanwhile: keepsTrying,
    steps: [
      'Have the proxy let the bridge reach `graph.microsoft.com` and `login.microsoftonline.com` directly.',
      'When there is no proxy and it goes on, report the detail.',
    ],
  },
} satisfies Record<`TDM-X-${string}`, CodeDetails>;
