import { issueCodes, type IssueCode } from '../../../bridge/src/domain/issue-codes.ts';
import { bridgeCodes } from './bridge.ts';
import { contactCodes } from './contact.ts';
import type { CodeDetails } from './details.ts';
import { eventCodes } from './event.ts';
import { eventReasonDetails } from './event-reason.ts';
import { exchangeCodes } from './exchange.ts';
import { mailboxCodes } from './mailbox.ts';
import { requestCodes } from './request.ts';
import { salesforceCodes } from './salesforce.ts';

/** What the pages say of every code; the compiler finds one that is missing. */
const details: Readonly<Record<IssueCode, CodeDetails>> = {
  ...bridgeCodes,
  ...exchangeCodes,
  ...salesforceCodes,
  ...mailboxCodes,
  ...contactCodes,
  ...eventCodes,
  ...requestCodes,
  ...eventReasonDetails,
};

const groups: readonly (readonly [prefix: string, title: string])[] = [
  ['TDM-B', 'The bridge'],
  ['TDM-X', 'The connection to Microsoft 365'],
  ['TDM-S', 'The connection to Salesforce'],
  ['TDM-M', 'A mailbox'],
  ['TDM-C', 'A contact'],
  ['TDM-E', 'A calendar event'],
  ['TDM-R', 'A request'],
];

const codes = Object.keys(issueCodes) as IssueCode[];

/** The list of all codes, by what they are about. */
export function codesPage(note: string): string {
  const sections = groups.flatMap(([prefix, title]) => {
    const rows = codes
      .filter((code) => code.startsWith(prefix))
      .map((code) => `| [${code}](codes/${code}.md) | ${issueCodes[code].sentence} |`);
    return [`## ${title}`, ['| code | meaning |', '|---|---|', ...rows].join('\n')];
  });
  return [
    '# Issue codes',
    note,
    'Each code stands in issues, in the log and on the command line. Its page says when it happens, what Tandem does meanwhile, and what to do.',
    ...sections,
    '',
  ].join('\n\n');
}

/** A page for each code, at an address of its own. */
export function codePages(note: string): readonly { readonly path: string; readonly text: string }[] {
  return codes.map((code) => ({ path: `docs/codes/${code}.md`, text: codePage(code, note) }));
}

function codePage(code: IssueCode, note: string): string {
  const { sentence, remedy } = issueCodes[code];
  const { when, meanwhile, steps } = details[code];
  return [
    `# ${code}`,
    note,
    `**${sentence}**`,
    `## When it happens\n\n${when}`,
    `## What Tandem does meanwhile\n\n${meanwhile}`,
    `## What to do\n\n${remedy}`,
    ...(steps.length > 0 ? [steps.map((step, index) => `${index + 1}. ${step}`).join('\n')] : []),
    '[All codes](../codes.md)',
    '',
  ].join('\n\n');
}
