import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSalesforceClient } from '../../emulators/client/salesforce.ts';
import { createSalesforce } from '../../emulators/salesforce/salesforce.ts';
import { childrenOf, valueOf } from '../../scripts/metadata/element.ts';
import { filesOfType, packageOf } from '../../scripts/metadata/package.ts';
import { PACKAGE_FOLDER, readSource } from '../../scripts/metadata/source.ts';

/** The queries of the components: what stands between gql and the closing quote, by the name of its constant. */
function queries(): [name: string, text: string][] {
  return globSync('main/default/lwc/*/*.ts', { cwd: PACKAGE_FOLDER }).flatMap((file) => {
    const source = readFileSync(join(PACKAGE_FOLDER, file), 'utf8');
    return [...source.matchAll(/const (\w+) = gql`([^`]*)`/g)].map(
      ([, name = '', text = '']): [string, string] => [
        `${name} of ${basename(file, '.ts')} in ${file.split(/[\\/]/).at(-2)}`,
        text,
      ],
    );
  });
}

/** The objects of the package that its permission set for users lets them read. */
const readByUsers = new Set(
  childrenOf(
    filesOfType(packageOf(readSource()).pack, 'PermissionSet').find(({ name }) => name === 'Tandem_User')!
      .root,
    'objectPermissions',
  ).map((permissions) => valueOf(permissions, 'object')),
);

/** A query of an object that users cannot read at all is one of a screen for admins. */
function isForUsers(query: string): boolean {
  const objects = query.match(/\bTandem_\w+?__c(?=\()/g) ?? [];
  return objects.every((object) => readByUsers.has(object));
}

describe('the GraphQL queries of the components, against an org that has the package', () => {
  let org: Awaited<ReturnType<typeof createSalesforce>>;
  const complaints = async (query: string, user: string) => {
    const { accessToken } = await createSalesforceClient(org.url).openSession(user);
    const answer = await fetch(`${org.url}/services/data/v66.0/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}` },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await answer.json()) as {
      errors: { message: string; extensions: { ErrorType: string } }[];
    };
    return errors
      .filter(({ extensions }) => extensions.ErrorType !== 'DataFetchingException')
      .map(({ message }) => message);
  };

  beforeAll(async () => {
    org = await createSalesforce();
    await createSalesforceClient(org.url).seed({
      users: ['Tandem_Admin', 'Tandem_User'].map((set) => ({
        ref: set,
        Username: `${set.toLowerCase()}@package.example`,
        LastName: set,
        profile: 'Standard User',
        permissionSets: [set],
      })),
    });
  });
  afterAll(() => org.close());

  it('are found', () => {
    expect(queries().length).toBeGreaterThan(1);
  });

  it.each(queries())('%s names only what admins and users of Tandem may read', async (_name, query) => {
    expect(await complaints(query, '@Tandem_Admin')).toEqual([]);
    if (isForUsers(query)) expect(await complaints(query, '@Tandem_User')).toEqual([]);
  });

  it.each(queries())('a typo in %s is found', async (_name, query) => {
    expect(
      await complaints(
        query.replace(/(\w+)__c \{\s+value/, '$1x__c { value').replace(/(Id|totalCount)(\n| \{)/, '$1x$2'),
        '@Tandem_Admin',
      ),
    ).not.toEqual([]);
  });
});
