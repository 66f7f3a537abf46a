import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readBundles } from '../../scripts/package/bundles.ts';

/** A query, which `graphql.test.ts` asks an org with the package; and a copy of rules whose tests stand beside them in the bridge. */
const testedElsewhere = ['tandemMailboxes', 'tandemRules'];

it('every component has a Jest test beside it', () => {
  const without = readBundles().filter(
    ({ name, folder }) => !existsSync(join(folder, '__tests__', `${name}.test.ts`)),
  );
  expect(without.map(({ name }) => name)).toEqual(testedElsewhere);
});
