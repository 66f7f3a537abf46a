import type { SalesforceOrg } from './salesforce.ts';

type Fields = Record<string, unknown>;

/** A condition such as `['Contact', 'Title', 'Equals', 'Buyer']`. */
export type Condition = readonly [object: string, field: string, operator: string, value?: string];

/** What the Salesforce admin sets up. */
export interface Admin {
  /** Makes an active configuration for these users; everything not named keeps its documented default, but events are off. */
  activates(users: readonly string[]): Promise<void>;
  /** Makes a further active configuration with these settings and moves a user there; its id. */
  moves(user: string, settings: Fields): Promise<string>;
  /**
   * Makes a further active configuration with these settings for the users of a profile, named by its id of so many
   * characters; the id of the configuration.
   */
  assignsProfile(profile: string, settings: Fields, idLength?: 15 | 18): Promise<string>;
  /** Changes the configuration. */
  sets(fields: Fields): Promise<void>;
  /** Puts a further user into the configuration. */
  connects(user: string): Promise<void>;
  /** Takes a user out of the configuration. */
  disconnects(user: string): Promise<void>;
  /** Switches default mappings off; by Salesforce field, with the Exchange property of the default. */
  switchesOff(mappings: Readonly<Record<string, string>>): Promise<void>;
  /** Maps Salesforce fields to Exchange properties, in both directions. */
  maps(mappings: Readonly<Record<string, string>>): Promise<void>;
  /** Maps fields of events to properties of events, in both directions or this one. */
  mapsEvents(mappings: Readonly<Record<string, string>>, direction?: string): Promise<void>;
  /** Goes back to the default mapping. */
  resetsMappings(): Promise<void>;
  /** Lets only those contacts go out that meet all of these conditions, instead of those before; none lets all go out. */
  filters(...conditions: readonly Condition[]): Promise<void>;
  createsAccount(name: string, fields?: Fields): Promise<string>;
  /** Gives the bridge's user the permission set for person accounts; that user's id. */
  mayWritePersonAccounts(): Promise<string>;
  /** Changes any record. */
  edits(object: string, id: string, fields: Fields): Promise<void>;
  /** Asks the bridge for something about one user's mailbox, or has another person ask; the id of the request. */
  requests(kind: string, user: string, by?: string): Promise<string>;
  /** Asks for the action of an issue. */
  resolves(issue: string, kind: string): Promise<string>;
  /** Ends the pause of the configuration. */
  resumes(): Promise<string>;
}

/** Scenarios about events switch them on; the others shall not depend on calendars. */
const contactsOnly = { Active__c: true, Event_Direction__c: 'Off' };

/** The admin who signs in as that user. */
export function createAdmin(salesforce: SalesforceOrg, actor: string): Admin {
  let configuration: string | undefined;
  const configurationId = () => {
    if (configuration === undefined) throw new Error('no configuration was activated');
    return configuration;
  };
  const insertOne = async (object: string, fields: Fields, by = actor) => {
    const [id] = await salesforce.insert(object, [fields], by);
    if (id === undefined) throw new Error(`no ${object} was created`);
    return id;
  };
  const connects = async (user: string) => {
    const fields = { Configuration__c: configurationId(), Assignee_Id__c: user, User__c: user };
    await insertOne('Tandem_Assignment__c', fields);
  };
  const addConfiguration = (settings: Fields) =>
    insertOne('Tandem_Configuration__c', { Name: 'Others', ...contactsOnly, ...settings });
  const addMappings = async (
    mappings: Readonly<Record<string, string>>,
    Direction__c: string,
    Object__c = 'Contact',
  ) => {
    for (const [Salesforce_Field__c, Exchange_Property__c] of Object.entries(mappings))
      await insertOne('Tandem_Field_Mapping__c', {
        Configuration__c: configurationId(),
        Object__c,
        Salesforce_Field__c,
        Exchange_Property__c,
        Direction__c,
      });
  };
  return {
    connects,
    activates: async (users) => {
      configuration = await insertOne('Tandem_Configuration__c', { Name: 'Sales', ...contactsOnly });
      for (const user of users) await connects(user);
    },
    moves: async (user, settings) => {
      const other = await addConfiguration(settings);
      const assignments = await salesforce.rows('Tandem_Assignment__c');
      for (const { Id, User__c } of assignments)
        if (User__c === user)
          await salesforce.update('Tandem_Assignment__c', String(Id), { Configuration__c: other }, actor);
      return other;
    },
    assignsProfile: async (profile, settings, idLength = 18) => {
      const named = (await salesforce.rows('Profile')).find(({ Name }) => Name === profile);
      const other = await addConfiguration(settings);
      const id = String(named?.Id).slice(0, idLength);
      await insertOne('Tandem_Assignment__c', {
        Configuration__c: other,
        Assignee_Id__c: id,
        Profile_Id__c: id,
        Profile_Name__c: profile,
      });
      return other;
    },
    sets: (fields) => salesforce.update('Tandem_Configuration__c', configurationId(), fields, actor),
    disconnects: async (user) => {
      const assignments = await salesforce.rows('Tandem_Assignment__c');
      for (const { Id, User__c } of assignments) {
        if (User__c === user) await salesforce.remove('Tandem_Assignment__c', String(Id), actor);
      }
    },
    switchesOff: (mappings) => addMappings(mappings, 'Off'),
    maps: (mappings) => addMappings(mappings, 'Both'),
    mapsEvents: (mappings, direction = 'Both') => addMappings(mappings, direction, 'Event'),
    resetsMappings: async () => {
      for (const { Id } of await salesforce.rows('Tandem_Field_Mapping__c'))
        await salesforce.remove('Tandem_Field_Mapping__c', String(Id), actor);
    },
    filters: async (...conditions) => {
      for (const { Id } of await salesforce.rows('Tandem_Filter__c'))
        await salesforce.remove('Tandem_Filter__c', String(Id), actor);
      for (const [Object__c, Field__c, Operator__c, Value__c] of conditions)
        await insertOne('Tandem_Filter__c', {
          Configuration__c: configurationId(),
          Object__c,
          Field__c,
          Operator__c,
          Value__c: Value__c ?? null,
        });
    },
    createsAccount: (Name, fields = {}) => insertOne('Account', { Name, ...fields }),
    mayWritePersonAccounts: async () => {
      const sets = await salesforce.rows('PermissionSet');
      const [set] = sets.filter(({ Name }) => Name === 'Tandem_Person_Accounts');
      const [user] = (await salesforce.rows('User')).filter(({ LastName }) => LastName === 'Tandem');
      const fields = { AssigneeId: user?.Id, PermissionSetId: set?.Id };
      await insertOne('PermissionSetAssignment', fields);
      return String(user?.Id);
    },
    edits: (object, id, fields) => salesforce.update(object, id, fields, actor),
    resolves: (Issue__c, Kind__c) => insertOne('Tandem_Request__c', { Kind__c, Issue__c }),
    requests: (Kind__c, User__c, by = actor) => insertOne('Tandem_Request__c', { Kind__c, User__c }, by),
    resumes: () =>
      insertOne('Tandem_Request__c', {
        Kind__c: 'Resume',
        Configuration__c: configurationId(),
        Parameters__c: JSON.stringify({ scope: 'configuration' }),
      }),
  };
}
