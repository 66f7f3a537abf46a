/** One thing that was done, in the words for one and for many. */
const doings: readonly (readonly [fact: string, one: string, many: string])[] = [
  ['paired', 'contact paired', 'contacts paired'],
  ['createdInSalesforce', 'contact made in Salesforce', 'contacts made in Salesforce'],
  ['updatedInSalesforce', 'contact updated in Salesforce', 'contacts updated in Salesforce'],
  ['deletedInSalesforce', 'contact deleted in Salesforce', 'contacts deleted in Salesforce'],
  ['createdInExchange', 'contact made in Outlook', 'contacts made in Outlook'],
  ['updatedInExchange', 'contact updated in Outlook', 'contacts updated in Outlook'],
  ['deletedInExchange', 'contact deleted in Outlook', 'contacts deleted in Outlook'],
  ['suppressed', 'link ended, both contacts kept', 'links ended, both contacts kept'],
  ['held', 'deletion held for approval', 'deletions held for approval'],
];

/** Tells a log entry in plain words, for people who watch the bridge in a terminal. */
export function plainLine(facts: Readonly<Record<string, unknown>>, text: string): string {
  const done = doings.flatMap(([fact, one, many]) => {
    const count = facts[fact];
    return typeof count === 'number' && count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  const who = typeof facts.userId === 'string' ? `Mailbox of user ${facts.userId}: ` : '';
  if (done.length > 0) return `${who}${done.join(', ')}.`;
  const progress =
    typeof facts.done === 'number' && typeof facts.all === 'number' ? ` ${facts.done} of ${facts.all}.` : '';
  const code = typeof facts.code === 'string' ? ` ${facts.code}` : '';
  const error = typeof facts.error === 'string' ? ` ${facts.error}` : '';
  return `${who}${text}${progress}${code}${error}`;
}
