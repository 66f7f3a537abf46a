import { EXTENDED, expandedProperties } from '../contact-query.ts';
import type { ExtendedProperty } from '../contact-query.ts';
import { refuse } from '../errors.ts';
import { context } from '../graph-call.ts';
import type { GraphCall } from '../graph-call.ts';
import { fits, inOrder, parseFilter } from '../odata-filter.ts';
import type { Filterable } from '../odata-filter.ts';
import { dateTimeText } from '../recurrence/civil.ts';
import { iCalUId } from './event-ids.ts';
import { eventView, typeOf } from './event-view.ts';
import type { Showing } from './event-view.ts';
import { instanceOn, valuesOf } from './series.ts';
import type { Listed } from './series.ts';

/** An event as an answer shows it, with what `$expand` asks for: exceptions have what is selected of their series. */
export function shownEvent(call: GraphCall, listed: Listed, showing: Showing): Record<string, unknown> {
  const view = eventView(listed.record, showing, listed.instance);
  const expand = splitOptions(call.query.get('$expand'));
  for (const option of expand) Object.assign(view, expanded(call, listed, showing, option));
  return view;
}

/** Top-level commas part the options of `$expand`; a filter inside one may have its own. */
function splitOptions(option: string | null): string[] {
  if (option === null) return [];
  return option.split(/,(?![^(]*\))/).map((part) => part.trim());
}

function expanded(
  call: GraphCall,
  { record, instance }: Listed,
  showing: Showing,
  option: string,
): Record<string, unknown> {
  if (/^exceptionOccurrences$/i.test(option)) {
    const dates = instance ? [] : [...record.exceptions.keys()].toSorted();
    const exceptions = dates
      .map((date) => instanceOn(record, date, call.moment.quirks))
      .filter((one) => one !== undefined);
    return { exceptionOccurrences: exceptions.map((one) => eventView(record, showing, one)) };
  }
  const filter = expandedProperties(option);
  const properties = extendedOf({ record, instance }).filter(
    (property) => filter && fits(filter, property, EXTENDED),
  );
  if (properties.length === 0) return {};
  const path = `events('${encodeURIComponent(record.immutableId)}')/singleValueExtendedProperties`;
  return {
    'singleValueExtendedProperties@odata.context': context(call, path),
    singleValueExtendedProperties: properties,
  };
}

/** An instance has the extended properties of its series under those of its own. */
function extendedOf({ record, instance }: Listed): ExtendedProperty[] {
  const all = new Map([...record.extended, ...(instance?.exception?.extended ?? [])]);
  return [...all].map(([id, value]) => ({ id, value }));
}

const EVENTS: Filterable<Listed> = {
  value: ({ record, instance }, path) => {
    const values = instance ? valuesOf(record, instance) : record.values;
    switch (path) {
      case 'subject':
      case 'importance':
      case 'sensitivity':
      case 'showAs':
        return values[path];
      case 'start/dateTime':
        return dateTimeText(values.start.instant);
      case 'end/dateTime':
        return dateTimeText(values.end.instant);
      case 'createdDateTime':
        return record.createdAt.toISOString();
      case 'lastModifiedDateTime':
        return record.modifiedAt.toISOString();
      case 'iCalUId':
        return iCalUId(record.uid, instance?.date);
      case 'uid':
        return record.uid;
      case 'transactionId':
        return record.transactionId ?? null;
      case 'type':
        return typeOf(record, instance);
      case 'isAllDay':
        return String(values.isAllDay);
      case 'isOrganizer':
        return String(record.isOrganizer);
      case 'isCancelled':
        return String(record.isCancelled);
      default:
        return undefined;
    }
  },
  elements: (listed, path) => {
    if (path === 'singleValueExtendedProperties') return extendedOf(listed);
    if (path === 'categories') return listed.record.values.categories;
    return undefined;
  },
};

/** The events that `$filter` and `$orderby` leave, in the order asked for. */
export function queriedEvents(call: GraphCall, events: Iterable<Listed>): Listed[] {
  if (call.query.has('$search')) throw refuse.badQuery("The query option '$search' is not supported here.");
  const source = call.query.get('$filter');
  const filter = source === null ? undefined : parseFilter(source);
  const found = [...events].filter((one) => !filter || fits(filter, one, EVENTS));
  const order = call.query.get('$orderby');
  return order === null ? found : inOrder(found, order, EVENTS);
}
