import { configurationsOf, isCut, type SettingsData } from 'c/tandemSettings';

const assignment = (id: string, configuration: string, more: object) => ({
  node: {
    Id: id,
    Configuration__c: { value: configuration },
    Profile_Id__c: { value: null },
    Profile_Name__c: { value: null },
    User__c: { value: null },
    User__r: null,
    ...more,
  },
});
const user = (name: string, active: boolean) => ({
  User__c: { value: `005${name}` },
  User__r: { Name: { value: name }, Email: { value: `${name}@fernhill.test` }, IsActive: { value: active } },
});
const configuration = (id: string, more: object = {}) => ({
  node: {
    Id: id,
    Name: { value: `Team ${id}` },
    Active__c: { value: true },
    LastModifiedDate: { value: null },
    ...more,
  },
});
const data = (configurations: object[], assignments: object[], totalCount = assignments.length) =>
  ({
    uiapi: {
      query: {
        Tandem_Configuration__c: { edges: configurations },
        Tandem_Assignment__c: { edges: assignments, totalCount },
      },
    },
  }) as unknown as SettingsData;

describe('the configurations', () => {
  it('have their users and profiles, by name', () => {
    const profile = { Profile_Id__c: { value: '00eSales' }, Profile_Name__c: { value: 'Sales' } };
    const found = configurationsOf(
      data(
        [configuration('c1'), configuration('c2')],
        [
          assignment('a1', 'c1', user('Maya', true)),
          assignment('a2', 'c1', user('Aiko', false)),
          assignment('a3', 'c2', profile),
        ],
      ),
    );
    expect(found.map(({ people }) => people.map(({ name }) => name))).toEqual([['Aiko', 'Maya'], ['Sales']]);
    expect(found[0]?.people.map(({ isInactive }) => isInactive)).toEqual([true, false]);
    expect(found[1]?.people[0]).toMatchObject({ isProfile: true, assigneeId: '00eSales' });
  });

  it('are not taken for off where the person may not see the direction', () => {
    const off = configuration('c1', { Contact_Direction__c: { value: 'Off', displayValue: 'Off' } });
    const [found] = configurationsOf(data([off], []));
    expect(found?.contacts.isOff).toBe(true);
    expect(found?.events).toEqual({ isOff: false, label: '' });
  });

  it('tell when there are more people than were read', () => {
    const one = [assignment('a1', 'c1', user('Maya', true))];
    expect(isCut(data([configuration('c1')], one))).toBe(false);
    expect(isCut(data([configuration('c1')], one, 2_500))).toBe(true);
    expect(isCut(undefined)).toBe(false);
  });
});
