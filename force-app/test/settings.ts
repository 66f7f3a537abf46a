import type { Assignment, Configuration } from 'c/tandemSettings';

const field = (value: unknown, displayValue: string | null = null) => ({ value, displayValue });

/** A configuration as screens know it; `more` replaces values. */
export function configuration(name: string, more: Partial<Configuration> = {}): Configuration {
  return {
    id: `a01${name}`,
    name,
    description: '',
    active: false,
    contacts: { isOff: false, label: 'Both ways' },
    events: { isOff: true, label: 'Off' },
    modified: '2026-03-01T08:00:00.000Z',
    people: [],
    ...more,
  };
}

/** A user in a configuration, or with `isProfile` a profile. */
export function assignment(
  name: string,
  configurationId: string,
  more: Partial<Assignment> = {},
): Assignment {
  return {
    id: `a02${name}`,
    configurationId,
    assigneeId: `005${name}`,
    isProfile: false,
    name,
    email: `${name.toLowerCase()}@fernhill.example`,
    isInactive: false,
    ...more,
  };
}

/** Configurations and assignments as GraphQL gives them. */
export function settingsData(
  configurations: readonly { name: string; active?: boolean }[],
  people: readonly {
    name: string;
    of: string;
    profile?: boolean;
    inactive?: boolean;
    nameless?: boolean;
  }[] = [],
  totalCount = people.length,
) {
  return {
    uiapi: {
      query: {
        Tandem_Configuration__c: {
          edges: configurations.map(({ name, active = false }) => ({
            node: {
              Id: `a01${name}`,
              Name: field(name),
              Description__c: field(null),
              Active__c: field(active),
              Contact_Direction__c: field('Both', 'Both ways'),
              Event_Direction__c: field('Off', 'Off'),
              LastModifiedDate: field('2026-03-01T08:00:00.000Z'),
            },
          })),
        },
        Tandem_Assignment__c: {
          edges: people.map(({ name, of, profile = false, inactive = false, nameless = false }) => ({
            node: {
              Id: `a02${name}`,
              Configuration__c: field(`a01${of}`),
              User__c: field(profile ? null : `005${name}`),
              User__r:
                profile || nameless
                  ? null
                  : { Name: field(name), Email: field(`${name}@x.example`), IsActive: field(!inactive) },
              Profile_Id__c: field(profile ? `00e${name}` : null),
              Profile_Name__c: field(profile ? name : null),
            },
          })),
          totalCount,
        },
      },
    },
  };
}
