/** A mistake that is made on purpose: a text of a source file and what stands in its place. */
export interface SeededBug {
  readonly name: string;
  /** Under bridge/src. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}

const contacts = 'passes/contacts';

/** Mistakes that the search has to find. */
export const seededBugs: readonly SeededBug[] = [
  {
    name: 'the cursor is saved before the writes',
    file: `${contacts}/pass.ts`,
    find: 'const replaced = replacedBy(',
    replace:
      'await context.store.mailboxes.update(context.claim, { cursor: changes.cursor }); const replaced = replacedBy(',
  },
  {
    name: 'the cursor moves on though something is left',
    file: `${contacts}/pass.ts`,
    find: 'if (!total.cursorStays) await store',
    replace: 'await store',
  },
  {
    name: 'what is left is not put into the inbox',
    file: `${contacts}/pass.ts`,
    find: "await store.inbox.put(userId, 'Contact', [...total.again]);",
    replace: '',
  },
  {
    name: 'losing values are listed only after they are overwritten',
    file: `${contacts}/pass.ts`,
    find: 'new Set<Step>(await keepLosingValues(context, merges, effects))',
    replace: 'new Set(merges)',
  },
  {
    name: 'items are made without a marker',
    file: 'exchange/contacts.ts',
    find: '{ ...properties, ...markedWith(marker) }',
    replace: '{ ...properties }',
  },
  {
    name: 'items are written without a condition',
    file: 'exchange/contacts.ts',
    find: "{ method: 'PATCH', path: calls.paths.contact(id), ifMatch: etag,",
    replace: "{ method: 'PATCH', path: calls.paths.contact(id), ifMatch: null,",
  },
  {
    name: 'items are deleted without a condition',
    file: 'exchange/delete-items.ts',
    find: "{ method: 'DELETE', path: pathOf(id), ifMatch: etag }",
    replace: "{ method: 'DELETE', path: pathOf(id), ifMatch: null }",
  },
  {
    name: 'the answers of a batch are taken in order',
    file: 'exchange/batch.ts',
    find: 'members.get(String(place))',
    replace: '[...members.values()][places.indexOf(place)]',
  },
  {
    name: 'of several words on an item the first counts',
    file: 'exchange/last-words.ts',
    find: 'else if (word.id !== null) byId.set(word.id, word);',
    replace: 'else if (word.id !== null) byId.set(word.id, byId.get(word.id) ?? word);',
  },
  {
    name: 'a dead cursor is taken for an answer without news',
    file: `${contacts}/read-changes.ts`,
    find: '    full = true;\n',
    replace: '',
  },
  {
    name: 'what a pass that broke off had written is not read back',
    file: 'passes/remembered-links.ts',
    find: 'if (intents.size === 0) return links;',
    replace: 'return links;',
  },
  {
    name: 'a create is repeated without a look by the marker',
    file: `${contacts}/create-items.ts`,
    find: 'mayBeThere ? await find(context, step, planned) : null',
    replace: 'null',
  },
  {
    name: 'an item that nobody remembers making is taken for unchanged',
    file: `${contacts}/create-items.ts`,
    find: 'effects.links.push(newLink(contact.id, record.id));',
    replace: 'created(context, { record, replaces: null }, contact, effects);',
  },
  {
    name: 'records are made without a stable key',
    file: `${contacts}/create-records.ts`,
    find: 'key: recordKeyOf(context.exchangeUserId, contact.id),',
    replace: 'key: `${recordKeyOf(context.exchangeUserId, contact.id)}|${context.now().getTime()}`,',
  },
  {
    name: 'fingerprints are taken of what was meant, not of what was written',
    file: `${contacts}/create-records.ts`,
    find: 'pick(printsAfter(record.taken, mapping, fingerprint), record.taken)',
    replace: 'printsAfter(values, mapping, fingerprint)',
  },
  {
    name: 'a deletion that could not be carried over is forgotten',
    file: `${contacts}/end-links.ts`,
    find: "{ pendingExchange: 'Deleted' as const }\n      : { pendingSalesforce",
    replace: '{}\n      : { pendingSalesforce',
  },
  {
    name: 'records are not looked at again before they are written',
    file: `${contacts}/look-again.ts`,
    find: 'if (premises.size === 0) return steps;',
    replace: 'return steps;',
  },
  {
    name: 'mailboxes take no turns',
    file: `${contacts}/in-turn.ts`,
    find: 'if (keys.length === 0) return carryOut(steps);',
    replace: 'return carryOut(steps);',
  },
  {
    name: 'moved out counts as deleted',
    file: `${contacts}/look.ts`,
    find: ": { kind: 'gone', how: 'MovedOut' };",
    replace: ": { kind: 'gone', how: 'Deleted' };",
  },
  {
    name: 'access that was lost does not count',
    file: `${contacts}/look.ts`,
    find: 'else if (contact && may?.read === false)',
    replace: 'else if (contact && may?.read === null)',
  },
  {
    name: 'records of ended links count as new',
    file: `${contacts}/new-records.ts`,
    find: "link.state === 'Live' || !copyWasRemoved(link, sightings)",
    replace: "link.state === 'Live'",
  },
  {
    name: 'ended links are not written to Salesforce',
    file: `${contacts}/remember.ts`,
    find: '    before === undefined ||\n',
    replace: "    after.state === 'Live' && (before === undefined) ||\n    after.state === 'Live' &&\n",
  },
  {
    name: 'nobody is told beforehand that link rows are written',
    file: `${contacts}/remember.ts`,
    find: 'if (told.length > 0) await context.store.intents.add(context.claim, told);',
    replace: '',
  },
  {
    name: 'items of ended links count as new',
    file: 'sync/plan/attention.ts',
    find: 'new Set(seen.links.map(({ exchangeId }) => exchangeId))',
    replace: 'new Set(seen.links.filter(isLive).map(({ exchangeId }) => exchangeId))',
  },
  {
    name: 'suppressed links are forgotten by a reset',
    file: 'jobs/reset-mailbox.ts',
    find: "const live = rows.filter((row) => row.kind === kind && row.state === 'Live');",
    replace: 'const live = rows; await store.mailboxes.update(claim, { linksLoaded: false });',
  },
  {
    name: 'late commits are not waited for',
    file: 'jobs/org-reader.ts',
    find: 'const overlapMs = 10 * 60 * 1000;',
    replace: 'const overlapMs = 0;',
  },
  {
    name: 'an edit in Exchange loses to a delete',
    file: 'sync/decide/decide.ts',
    find: 'gone: recordGoneItemEdited }',
    replace: 'gone: recordGone }',
  },
  {
    name: 'an edit in Salesforce loses to a delete',
    file: 'sync/decide/decide.ts',
    find: 'changed: itemGoneRecordEdited,',
    replace: 'changed: itemGone,',
  },
  {
    name: 'what is missing in a full round counts as deleted',
    file: 'sync/decide/decide.ts',
    find: "situation.exchangeGone === 'DeletedUnseen' || !situation.remembered",
    replace: '!situation.remembered',
  },
  {
    name: 'deletions are carried over though nothing is remembered',
    file: 'sync/decide/decide.ts',
    find: 'situation.remembered &&\n    policy.deletesToExchange',
    replace: 'policy.deletesToExchange',
  },
  {
    name: 'deletions are carried over though the policy keeps',
    file: 'sync/decide/decide.ts',
    find: "policy.deletesToSalesforce === 'Keep' || ",
    replace: '',
  },
  {
    name: 'the owner is not asked before a delete',
    file: 'sync/decide/decide.ts',
    find: 'if (!situation.ownsRecord)',
    replace: 'if (situation.ownsRecord === null)',
  },
  {
    name: 'what another person deleted is made anew',
    file: 'sync/decide/decide.ts',
    find: "if (situation.salesforceGone === 'DeletedByOther')",
    replace: 'if (situation.salesforceGone === null)',
  },
  {
    name: 'conflicts keep no losing value',
    file: 'sync/merge/merge-contact.ts',
    find: 'conflicts.push({ field: mapped.field, winner: source, losing });',
    replace: 'conflicts.length;',
  },
  {
    name: 'an empty account erases the company',
    file: 'sync/merge/merge-contact.ts',
    find: "return field !== 'AccountId' || ",
    replace: "return field !== '' || ",
  },
  {
    name: 'clipped text overwrites the original',
    file: 'sync/mapping/same-value.ts',
    find: 'comparable(narrow(exchange, mapped.describe), type) ===',
    replace: 'comparable(exchange, type) ===',
  },
  {
    name: 'lists are written from nothing',
    file: 'sync/mapping/exchange-write.ts',
    find: '[...asList(written[root] ?? current[root])]',
    replace: '[...asList(written[root])]',
  },
  {
    name: 'a write that failed is remembered as done',
    file: 'sync/plan/link-after.ts',
    find: 'const unwritten = [...missing, ...(outcome.exchangeFailed ? Object.keys(merge.toExchange) : [])];',
    replace: 'const unwritten = [];',
  },
  {
    name: 'a copy that a person changed is taken away',
    file: 'sync/plan/edited-by-person.ts',
    find: "if (link.madeBy !== 'Exchange' || contact.etag === undefined) return false;",
    replace: 'return false;',
  },
  {
    name: 'the direction does not count for new contacts',
    file: 'sync/plan/plan-contacts.ts',
    find: "if (!flowsFrom('Exchange', input.policy.direction)) return loose(null);",
    replace: '',
  },
  {
    name: 'e-mail addresses are not matched',
    file: 'sync/pairing/pair-items.ts',
    find: '(item) => item.keys.emails.flatMap((key) => visible(index.byEmail.get(key)))',
    replace: '() => []',
  },
  {
    name: 'one record is given to several items',
    file: 'sync/pairing/pair-items.ts',
    find: '      taken.add(best.recordId);\n',
    replace: '',
  },
];
