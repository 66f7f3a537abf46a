import type { SeededBug } from './seeded-bug.ts';

const passes = 'passes/events';
const core = 'sync/events';
const wire = 'exchange/calendar';

/** Mistakes about calendars that the search with events has to find. */
export const seededEventBugs: readonly SeededBug[] = [
  {
    name: 'all-day events end with their last day',
    file: `${wire}/read-time.ts`,
    find: 'const [from, until] = [read(start), read(end)];',
    replace: `const [from, last] = [read(start), read(end)];
  const until = isAllDay && last !== null ? dateOf({ ...end, dateTime: new Date(Date.parse(last) - 86_400_000).toISOString() }) : last;`,
  },
  {
    name: 'all-day events are shifted by a zone',
    file: `${core}/record-write.ts`,
    find: 'return isAllDay ? `${start}T00:00:00.000Z` : start;',
    replace: `const west = new Date(Date.parse(start) - 5 * 3_600_000).toISOString();
  return isAllDay ? \`\${west.slice(0, 10)}T00:00:00.000Z\` : start;`,
  },
  {
    name: 'times are written under the name of another zone',
    file: 'domain/event-times.ts',
    find: 'timeZone: zone,',
    replace: "timeZone: 'UTC',",
  },
  {
    name: 'a series is expanded by the clock of UTC',
    file: `${core}/items-of-series.ts`,
    find: 'function occurrenceTimes({ master, zone }: ExchangeSeries)',
    replace: "function occurrenceTimes({ master }: ExchangeSeries, zone = 'UTC')",
  },
  {
    name: 'tombstones are believed',
    plan: 'tombstones-are-believed',
    file: `${passes}/read-calendar.ts`,
    find: 'const tombstones = new Set(round.tombstones);',
    replace: `const tombstones = new Set(round.tombstones);
  for (const id of tombstones) if (!isKnown(changes, id)) changes.gone.set(id, 'Deleted');`,
  },
  {
    name: 'an exception is known by its current start',
    file: `${wire}/event.ts`,
    find: "originalDate: type === 'exception' ? originalDate(data, seriesZone ?? zone) : null",
    replace: "originalDate: type === 'exception' ? time.start.slice(0, 10) : null",
  },
  {
    name: 'a cancelled date comes back',
    file: `${core}/items-of-series.ts`,
    find: 'const gone = new Set(cancelled);',
    replace: 'const gone = new Set<string>();',
  },
  {
    name: 'the series stands in place of its exceptions',
    file: `${core}/items-of-series.ts`,
    find: '    event,\n    time: event.time,',
    replace: '    event: master,\n    time: timeOn(date),',
  },
  {
    name: 'an edit of one date is written to the whole series',
    file: `${passes}/graph-ids.ts`,
    find: "if (item.series === null || item.event.type === 'exception') ids",
    replace: 'if (item.event.id) ids',
  },
  {
    name: 'dates that leave the window are deleted',
    file: `${passes}/read-items.ts`,
    find: "if (fate === 'stands') changes.aside.add(exchangeId);",
    replace: "if (fate === 'stands') changes.gone.set(exchangeId, 'Deleted');",
  },
  {
    name: 'single events that leave the window are deleted',
    file: `${passes}/read-items.ts`,
    find: `function takeSingle(
  { items, aside, beyond, later, windows, masters }: CalendarChanges,
  event: ExchangeEvent,
): void {
  const item = singleItem(event);
  // One that was a series goes on with the record of a date, wherever it lies.
  if (touches(item.time, windows.events) || masters.has(item.id)) items.set(item.id, item);
  else aside.add(item.id);`,
    replace: `function takeSingle(
  { items, gone, aside, beyond, later, windows, masters }: CalendarChanges,
  event: ExchangeEvent,
): void {
  const item = singleItem(event);
  // One that was a series goes on with the record of a date, wherever it lies.
  if (touches(item.time, windows.events) || masters.has(item.id)) items.set(item.id, item);
  else gone.set(item.id, 'Deleted');`,
  },
  {
    name: 'dates that come into the window are not read',
    plan: 'dates-that-come-into-the-window-are-not-read',
    file: `${passes}/read-calendar.ts`,
    find: 'await store.events.dueSeries(userId, windows.series.until);',
    replace: '[];',
  },
  {
    name: 'records that come into the window are not asked for',
    plan: 'records-that-come-into-the-window-are-not-asked-for',
    file: `${passes}/read-calendar.ts`,
    find: 'if (until !== null && until >= events.until) return null;',
    replace: 'if (until !== null) return null;',
  },
  {
    name: 'what could not be read is not asked for again',
    plan: 'a-deleted-series-could-not-be-read',
    file: `${passes}/pass-events.ts`,
    find: 'items: [...new Set([...open.items, ...unread])]',
    replace: 'items: open.items',
  },
  {
    name: 'the cursor of the calendar moves on though something is left',
    file: `${passes}/pass-events.ts`,
    find: 'if (total.cursorStays) return;',
    replace: '',
  },
  {
    name: 'records of a series are deleted and made again',
    plan: 'records-of-a-series-are-deleted-and-made-again',
    file: `${passes}/going-on.ts`,
    find: '  if (struck.size === 0) return [];',
    replace: '  return [];',
  },
  {
    name: 'details of private events are shown',
    file: `${core}/item-scope.ts`,
    find: "masked = isPrivate && policy.privateEvents === 'TimeOnly'",
    replace: 'masked = false',
  },
  {
    name: 'private events are made though they are skipped',
    file: `${core}/item-scope.ts`,
    find: "if (isPrivate && policy.privateEvents === 'Skip')",
    replace: "if (isPrivate && policy.privateEvents === 'Skip' && series !== null)",
  },
  {
    name: 'an event that turns private keeps its details',
    file: `${core}/plan-events.ts`,
    find: "if (exchange?.kind === 'hidden') return reduce(view, exchange.item, record, input);",
    replace:
      "if (exchange?.kind === 'hidden') return [{ kind: 'suppress', link, reason: 'OutOfFilter', issue: null, item: exchange.item, record }];",
  },
  {
    name: 'what stands for a private event goes to Outlook',
    plan: 'what-stands-for-a-private-event-goes-to-Outlook',
    file: `${core}/event-fields.ts`,
    find: '(masked && isHidden(field)) ||',
    replace: '',
  },
  {
    name: 'the private copy of an attendee hides nothing',
    file: `${passes}/private-copies.ts`,
    find: 'items.set(id, { ...item, isPrivateElsewhere: true });',
    replace: 'items.set(id, item);',
  },
  {
    name: 'what another copy hides or shows is judged only when the own one changes',
    file: `${passes}/pass-events.ts`,
    find: '...(await store.events.judgedOtherwise(userId)),',
    replace: '',
  },
  {
    name: 'each mailbox makes a record of its own of a meeting',
    file: `${core}/match-key.ts`,
    find: "return fingerprint('meeting', meetingOf(item, masterUid));",
    replace: "return fingerprint('meeting', masterUid === '' ? meetingOf(item, masterUid) : item.id);",
  },
  {
    name: 'mailboxes take no turns with a meeting',
    file: `${passes}/taking-turns.ts`,
    find: 'const had = await store.turns.take(claim, wanted);',
    replace: 'const had = new Set(wanted.map(({ key }) => key));',
  },
  {
    name: 'mailboxes take turns with one date of a meeting only',
    plan: 'mailboxes-take-turns-with-one-date-of-a-meeting-only',
    file: `${passes}/taking-turns.ts`,
    find: 'return [step.meeting, meetingKey({ ...step.item, series: null }, undefined, context.fingerprint)];',
    replace: 'return [step.meeting];',
  },
  {
    name: 'the record of a date is not looked for when its series became a single event',
    plan: 'a-series-became-a-single-private-event-while-a-reset-forgot-it',
    file: `${core}/other-shape.ts`,
    find: 'return { ...item, series: { masterId: item.id, date } };',
    replace: 'return date === null ? item : { ...item };',
  },
  {
    name: 'the copies of attendees write as well',
    plan: 'the-copies-of-attendees-write-as-well',
    file: `${core}/plan-events.ts`,
    find: 'if (view.follows) return planFollower(view, item, record);',
    replace: '',
  },
  {
    name: 'who leaves a meeting takes its record along',
    plan: 'who-leaves-a-meeting-takes-its-record-along',
    file: `${passes}/who-writes.ts`,
    find: "return !ends && (isGone || salesforce?.kind === 'hidden') ? [{ link, isGone }] : [];",
    replace: 'return [];',
  },
  {
    name: 'the join block of an online meeting is lost',
    file: `${core}/body.ts`,
    find: 'const line = joinLine.exec(html)?.index ?? -1;',
    replace: 'const line = -1;',
  },
  {
    name: 'the invitation guard is not asked',
    file: 'sync/invitations/guard-invitations.ts',
    find: "if (mailed.length === 0) return { kind: 'write' };",
    replace: "if (mailed.length === 0 || write.kind !== 'create') return { kind: 'write' };",
  },
  {
    name: 'people are mailed about meetings that are over',
    plan: 'people-are-mailed-about-meetings-that-are-over',
    file: 'sync/invitations/guard-invitations.ts',
    find: '!isPast &&',
    replace: '',
  },
  {
    name: 'what pairing changes mails as a person would',
    plan: 'a-pairing-mails-with-another-edit',
    file: `${passes}/invitation-guard.ts`,
    find: "isPairing(step, item) ? 'pairing' :",
    replace: "isPairing(step, item) ? 'personsEdit' :",
  },
  {
    name: 'the echo of a response is written back as an edit',
    file: `${passes}/write-event-merges.ts`,
    find: `if (item === null || Object.keys(merge.toExchange).length === 0) return [];
    const properties = itemWrite(merge.toExchange, mapping, item.event);`,
    replace: `const isAnswered = item?.event.attendees.some(({ response }) => !['none', 'notResponded'].includes(response));
    if (item === null || (Object.keys(merge.toExchange).length === 0 && !isAnswered)) return [];
    const attendees = item.event.attendees.map(({ email }) => ({ emailAddress: { address: email } }));
    const properties = { ...itemWrite(merge.toExchange, mapping, item.event), ...(isAnswered && { attendees }) };`,
  },
  {
    name: 'events are made without a marker',
    file: `${wire}/events.ts`,
    find: '...markedWith(marker, properties), transactionId',
    replace: 'transactionId',
  },
  {
    name: 'events are written without a condition',
    plan: 'events-are-written-without-a-condition',
    file: `${core}/event-item.ts`,
    find: "return series !== null && event.type === 'seriesMaster' ? null : (event.etag ?? null);",
    replace: 'return series !== null || event.etag ? null : null;',
  },
  {
    name: 'losing values of events are listed only after they are overwritten',
    plan: 'losing-values-of-events-are-listed-only-after-they-are-overwritten',
    file: `${passes}/pass-events.ts`,
    find: 'new Set<EventStep>(await keepLosingEventValues(context, merges, effects))',
    replace: 'new Set<EventStep>(merges)',
  },
  {
    name: 'the pattern of a series of Salesforce counts as an event',
    file: `${passes}/new-event-records.ts`,
    find: '!isChild && !isClientManaged && !isPattern',
    replace: '!isChild && !isClientManaged',
  },
  {
    name: 'the direction does not count for new events',
    file: `${core}/plan-events.ts`,
    find: "if (!flowsFrom('Exchange', policy.direction)) return",
    replace: 'if (policy.direction === null) return',
  },
  {
    name: 'a link that goes on with another date leaves the former one alive',
    plan: 'a-link-that-goes-on-with-another-date-leaves-the-former-one-alive',
    file: `${core}/plan-events.ts`,
    find: 'withFormer(view, planLink(view, input))',
    replace: 'planLink(view, input)',
  },
];
