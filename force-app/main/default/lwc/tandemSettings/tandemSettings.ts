import { labels } from './labels';
import type { AssignmentNode, ConfigurationNode, SettingsData } from './queries';

export { OPTIONAL_SETTINGS, SETTINGS } from './queries';
export type { SettingsData } from './queries';

/** Somebody, or a profile, that a configuration is for. */
export interface Assignment {
  readonly id: string;
  readonly configurationId: string;
  /** The id of the user or the profile. */
  readonly assigneeId: string;
  readonly isProfile: boolean;
  readonly name: string;
  readonly email: string;
  /** Whether the user is inactive, and so does not sync. */
  readonly isInactive: boolean;
}

/** A configuration with who is in it. */
export interface Configuration {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly active: boolean;
  readonly contacts: Direction;
  readonly events: Direction;
  readonly modified: string | null;
  readonly people: readonly Assignment[];
}

/** Which way one kind travels, in words. */
export interface Direction {
  readonly isOff: boolean;
  readonly label: string;
}

/** The configurations, by name, each with the users and profiles that were read. */
export function configurationsOf(data: SettingsData | undefined): Configuration[] {
  const query = data?.uiapi.query;
  const people = query?.Tandem_Assignment__c.edges.map(({ node }) => assignmentOf(node)) ?? [];
  people.sort((one, other) => one.name.localeCompare(other.name));
  const nodes = query?.Tandem_Configuration__c.edges.map(({ node }) => node) ?? [];
  return nodes.map((node) => configurationOf(node, people));
}

/** Whether there are more assignments than were read, so that counts are too small. */
export function isCut(data: SettingsData | undefined): boolean {
  const { edges, totalCount } = data?.uiapi.query.Tandem_Assignment__c ?? { edges: [], totalCount: 0 };
  return totalCount > edges.length;
}

function configurationOf(node: ConfigurationNode, people: readonly Assignment[]): Configuration {
  return {
    id: node.Id,
    name: node.Name.value ?? '',
    description: node.Description__c?.value ?? '',
    active: node.Active__c.value === true,
    contacts: directionOf(node.Contact_Direction__c),
    events: directionOf(node.Event_Direction__c),
    modified: node.LastModifiedDate.value,
    people: people.filter(({ configurationId }) => configurationId === node.Id),
  };
}

/** One that the person may not see is not taken for off. */
function directionOf(field: ConfigurationNode['Contact_Direction__c']): Direction {
  if (!field) return { isOff: false, label: '' };
  const { value, displayValue } = field;
  return { isOff: value === null || value === 'Off', label: displayValue ?? value ?? labels.off };
}

/** A user who was deleted for good leaves a row without a name. */
function assignmentOf(node: AssignmentNode): Assignment {
  const profileId = node.Profile_Id__c.value;
  return {
    id: node.Id,
    configurationId: node.Configuration__c.value ?? '',
    assigneeId: profileId ?? node.User__c.value ?? '',
    isProfile: profileId !== null,
    name:
      (profileId === null ? node.User__r?.Name.value : node.Profile_Name__c.value) ?? labels.unknownPerson,
    email: node.User__r?.Email?.value ?? '',
    isInactive: node.User__r?.IsActive.value === false,
  };
}
