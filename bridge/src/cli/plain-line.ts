/** One thing that was done, in the words for one and for many; `*` stands for contact or event. */
const doings: readonly (readonly [fact: string, one: string, many: string])[] = [
  ['paired', '* paired', '*s paired'],
  ['createdInSalesforce', '* made in Salesforce', '*s made in Salesforce'],
  ['updatedInSalesforce', '* updated in Salesforce', '*s updated in Salesforce'],
  ['deletedInSalesforce', '* deleted in Salesforce', '*s deleted in Salesforce'],
  ['createdInExchange', '* made in Outlook', '*s made in Outlook'],
  ['updatedInExchange', '* updated in Outlook', '*s updated in Outlook'],
  ['deletedInExchange', '* deleted in Outlook', '*s deleted in Outlook'],
  ['suppressed', 'link ended, both *s kept', 'links ended, both *s kept'],
  ['held', 'deletion held for approval', 'deletions held for approval'],
];

/** Tells a log entry in plain words, for people who watch the bridge in a terminal. */
export function plainLine(facts: Readonly<Record<string, unknown>>, text: string): string {
  const item = text.includes('events') ? 'event' : 'contact';
  const done = doings.flatMap(([fact, one, many]) => {
    const count = facts[fact];
    if (typeof count !== 'number' || count === 0) return [];
    return [`${count} ${(count === 1 ? one : many).replace('*', item)}`];
  });
  const who = typeof facts.userId === 'string' ? `Mailbox of user ${facts.userId}: ` : '';
  if (done.length > 0) return `${who}${done.join(', ')}.`;
  const progress =
    typeof facts.done === 'number' && typeof facts.all === 'number' ? ` ${facts.done} of ${facts.all}.` : '';
  const code = typeof facts.code === 'string' ? ` ${facts.code}` : '';
  const error = typeof facts.error === 'string' ? ` ${facts.error}` : '';
  return `${who}${text}${progress}${code}${error}`;
}
