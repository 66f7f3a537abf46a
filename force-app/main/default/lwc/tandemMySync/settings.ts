import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { labels } from './labels';
import type { ConfigurationNode } from './queries';

/** A setting in words: which, and how it is set. */
export interface Setting {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

const IN = ['Contact_Deletes_To_Salesforce__c', 'Unknown_Company__c'] as const;
const OUT = ['Contact_Scope__c', 'Contact_Deletes_To_Exchange__c'] as const;

const EVENTS_IN = ['Event_Selection__c', 'Private_Events__c'] as const;

const flowsIn = (direction: string | null) => direction === 'Both' || direction === 'ExchangeToSalesforce';
const flowsOut = (direction: string | null) => direction === 'Both' || direction === 'SalesforceToExchange';

/** What was set up, as far as it matters in the direction that is set; fields are named as in the configuration. */
export function settingsOf(node: ConfigurationNode, { fields }: Pick<ObjectInfo, 'fields'>): Setting[] {
  const direction = node.Contact_Direction__c.value;
  const events = node.Event_Direction__c.value;
  const names = [
    'Contact_Direction__c' as const,
    ...(flowsOut(direction) ? OUT : []),
    ...(flowsIn(direction) ? IN : []),
    ...(direction === 'Both' ? (['Conflict_Winner__c'] as const) : []),
    'Event_Direction__c' as const,
    ...(flowsIn(events) ? EVENTS_IN : []),
    ...(flowsOut(events) ? (['Invitations__c'] as const) : []),
  ];
  return names.map((name) => ({
    name,
    label: fields[name]?.label ?? name,
    value: node[name].displayValue ?? node[name].value ?? '',
  }));
}

/** How a person starts, in steps; none for a kind that does not sync. */
export function stepsFor(node: ConfigurationNode): string[] {
  const direction = node.Contact_Direction__c.value;
  const events = node.Event_Direction__c.value;
  const marks = node.Event_Selection__c.value === 'Marked';
  const inwards = [labels.startIn, labels.startWait];
  const outwards = [flowsIn(direction) ? labels.startOut : labels.startOutOnly];
  return [
    ...(flowsIn(direction) ? inwards : []),
    ...(flowsOut(direction) ? outwards : []),
    ...(flowsIn(direction) || flowsOut(direction) ? [labels.startStop] : []),
    ...(flowsIn(events) ? [marks ? labels.startMark : labels.startEvents] : []),
  ];
}
