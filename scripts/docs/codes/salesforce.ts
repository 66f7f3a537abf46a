import type { CodeDetails } from './details.ts';

const keepsTrying =
  'Tandem keeps trying, ever less often up to a limit. Changes wait on both sides and are synced later.';

/** The codes of the connection to Salesforce. */
export const salesforceCodes = {
  'TDM-S-LOGIN': {
    when: 'At the sign-in, when Salesforce refuses it, or the private key cannot be read.',
    meanwhile:
      'No mailbox syncs. At the start the command ends with exit code 2; a running bridge keeps trying. Changes wait on both sides.',
    steps: [
      'Compare `TANDEM_SALESFORCE_CLIENT_ID` with the consumer key of the app in Salesforce.',
      'See that the certificate of the app belongs to the private key of the bridge.',
      'See that the app’s policy has the integration user pre-authorised, and that the user named by `TANDEM_SALESFORCE_USERNAME` is active.',
      'For a sandbox, see that `TANDEM_SALESFORCE_LOGIN_URL` is that of the sandbox.',
      'Run `tandem doctor`: the step of the sign-in passes.',
    ],
  },
  'TDM-S-UNREACHABLE': {
    when: 'When there is no answer, or Salesforce says that it is out of service.',
    meanwhile: keepsTrying,
    steps: [
      'Check network, proxy and DNS of the machine: your My Domain must be reachable.',
      'Check `TANDEM_SALESFORCE_LOGIN_URL`.',
      'Look at status.salesforce.com for your instance.',
    ],
  },
  'TDM-S-ANSWER': {
    when: 'When an answer is not what Salesforce sends, such as an HTML page of a proxy.',
    meanwhile: keepsTrying,
    steps: [
      'Have the proxy let the bridge reach your My Domain directly.',
      'When there is no proxy and it goes on, report the detail.',
    ],
  },
  'TDM-S-LIMIT': {
    when: 'When the org’s API requests of 24 hours are used up, by all integrations together.',
    meanwhile:
      'Tandem asks from time to time and goes on when there are requests again. Changes wait on both sides.',
    steps: [
      'In Setup, _Company Information_ and _System Overview_, see how many requests there are and who uses them.',
      'Lower the use of other integrations, lower `TANDEM_API_BUDGET_PERCENT`, or buy more requests.',
    ],
  },
  'TDM-S-LIMIT-NEAR': {
    when: 'In `tandem doctor`, when more than `TANDEM_API_BUDGET_PERCENT` of the org’s API requests are used.',
    meanwhile:
      'Tandem asks ever less often, up to every five minutes, so that the other integrations have the rest.',
    steps: ['If it happens often, lower the use of other integrations or buy more requests.'],
  },
  'TDM-S-TOO-LARGE': {
    when: 'When Salesforce answers a query with `OPERATION_TOO_LARGE`, as it does about events where very many have to be looked through, also after Tandem has asked for less at once.',
    meanwhile: 'Tandem asks again. What it could not read waits on both sides; nothing is taken for deleted.',
    steps: [
      'See that the integration user has _View All Data_ for this, or at least a role that sees most activities: sharing is what makes such queries large.',
      'Archive or delete old activities of people who have very many.',
    ],
  },
  'TDM-S-PACKAGE': {
    when: 'When an object or field of the package is missing, or the integration user may not use it, or does not see all contacts: those that it does not see would count as gone.',
    meanwhile: 'Nothing syncs until it is there.',
    steps: [
      'Deploy the package of this version, or install the newer package.',
      'Assign the permission set _Tandem Integration_ to the integration user.',
      'Run `tandem doctor`: it names what is still missing.',
    ],
  },
  'TDM-S-NO-CONFIGURATION': {
    when: 'In `tandem doctor`, when no configuration is active.',
    meanwhile: 'The bridge runs and waits.',
    steps: [
      'Create a configuration in Salesforce.',
      'Assign users or profiles, look at the preview, and activate it.',
    ],
  },
  'TDM-S-NO-USERS': {
    when: 'In `tandem doctor`, when the active configurations name no active user.',
    meanwhile: 'The bridge runs and waits.',
    steps: ['Assign users or profiles to the configuration; it takes up to ten minutes to be noticed.'],
  },
} satisfies Record<`TDM-S-${string}`, CodeDetails>;
