import { childOf, childrenOf, isTrue, valueOf, type Element } from '../element.ts';
import { filesOfType, type SalesforcePackage } from '../package.ts';
import type { Rule } from '../rule.ts';
import { isStandardObject } from '../standard.ts';

/** What each object permission needs beside it ("Object Permissions", Salesforce Help). */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

/** Permission sets can be assigned with any licence and grant access to objects that exist, with all that it depends on. */
export const checkObjectPermissions: Rule = (pack, report) => {
  for (const file of filesOfType(pack, 'PermissionSet')) {
    const license = childOf(file.root, 'license');
    if (license)
      report(file, license.line, 'a <license> would keep the permission set from users of other licences');
    const granted = new Map<string, Element>();
    for (const permission of childrenOf(file.root, 'objectPermissions')) {
      const object = valueOf(permission, 'object') ?? '';
      if (!pack.objects.has(object) && !isStandardObject(object))
        report(file, permission.line, `there is no object ${object}`);
      if (granted.has(object)) report(file, permission.line, `${object} is granted twice`);
      granted.set(object, permission);
      for (const [right, needed] of Object.entries(NEEDS))
        for (const other of isTrue(permission, right) ? needed : [])
          if (!isTrue(permission, other))
            report(file, permission.line, `${right} of ${object} needs ${other}`);
    }
    for (const [object, permission] of granted)
      for (const parent of parentsOf(pack, object)) {
        const onParent = granted.get(parent);
        if (!onParent || !isTrue(onParent, 'allowRead'))
          report(file, permission.line, `${object} cannot be granted without allowRead of ${parent}`);
      }
  }
};

/** The objects that must be readable for this one to be. */
function parentsOf(pack: SalesforcePackage, object: string): string[] {
  if (object === 'Contact') return ['Account'];
  const masters = [...(pack.fields.get(object)?.values() ?? [])].filter(
    (field) => field.type === 'MasterDetail',
  );
  return masters.map((field) => valueOf(field.file.root, 'referenceTo') ?? '');
}
