import { childrenOf, isTrue, valueOf } from '../element.ts';
import { filesOfType } from '../package.ts';
import type { Rule } from '../rule.ts';

/** Classes that only tests use; nobody needs access to them. */
const forTests = /(_Tests$|^TandemTest)/;

/** Permission sets grant classes that exist, and no class is forgotten. */
export const checkClassAccess: Rule = (pack, report) => {
  const classes = new Map(filesOfType(pack, 'ApexClass').map((file) => [file.name, file]));
  const granted = new Set<string>();
  for (const file of filesOfType(pack, 'PermissionSet'))
    for (const access of childrenOf(file.root, 'classAccesses')) {
      const name = valueOf(access, 'apexClass') ?? '';
      if (!classes.has(name)) report(file, access.line, `there is no class ${name}`);
      if (isTrue(access, 'enabled')) granted.add(name);
    }
  for (const [name, file] of classes)
    if (!granted.has(name) && !forTests.test(name))
      report(file, file.root.line, `${name} is in no permission set, so nobody can use it`);
};
