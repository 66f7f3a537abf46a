import { childrenOf, isTrue, valueOf, type Element } from '../element.ts';
import { allFields, filesOfType, type MetadataFile, type SalesforcePackage } from '../package.ts';
import type { Report, Rule } from '../rule.ts';
import { ACTIVITY_OBJECTS, definingObject, isSecuredStandardField } from '../standard.ts';

/** The one permission set that shows the hidden key fields on standard records. */
const SEES_KEYS = 'Tandem_Integration';

/** Permission sets grant fields that exist and can be granted, no key field to people, and no field is forgotten. */
export const checkFieldPermissions: Rule = (pack, report) => {
  const reachable = new Set<string>();
  for (const file of filesOfType(pack, 'PermissionSet')) {
    const granted = new Map<string, Element>();
    for (const permission of childrenOf(file.root, 'fieldPermissions')) {
      const path = valueOf(permission, 'field') ?? '';
      const problem = grantProblem(pack, file, path);
      if (problem) report(file, permission.line, problem);
      if (granted.has(path)) report(file, permission.line, `${path} is granted twice`);
      if (isTrue(permission, 'editable') && !isTrue(permission, 'readable'))
        report(file, permission.line, `${path} is editable, so it must be readable`);
      granted.set(path, permission);
      if (isTrue(permission, 'readable')) reachable.add(path);
    }
    checkActivityFields(file, granted, report);
  }
  for (const field of allFields(pack)) {
    const object = field.object === 'Activity' ? ACTIVITY_OBJECTS[0] : field.object;
    if (!field.required && !reachable.has(`${object}.${field.name}`))
      report(
        field.file,
        field.file.root.line,
        `${object}.${field.name} is in no permission set, so nobody can read it`,
      );
  }
};

function grantProblem(pack: SalesforcePackage, { name }: MetadataFile, path: string): string | undefined {
  const [object = '', fieldName = ''] = path.split('.');
  if (isSecuredStandardField(object, fieldName)) return undefined;
  const field = pack.fields.get(definingObject(object))?.get(fieldName);
  if (!field) return `there is no field ${path}`;
  if (field.required) return `${path} is required or a master-detail field, which take no field permissions`;
  if (!object.endsWith('__c') && name !== SEES_KEYS)
    return `${path} is hidden from people: only ${SEES_KEYS} may grant it`;
  return undefined;
}

/** Event and Task share the custom fields of Activity; a deploy that grants only one of them fails. */
function checkActivityFields(
  file: MetadataFile,
  granted: ReadonlyMap<string, Element>,
  report: Report,
): void {
  for (const [path, permission] of granted) {
    const [object = '', field = ''] = path.split('.');
    if (definingObject(object) !== 'Activity' || isSecuredStandardField(object, field)) continue;
    for (const sibling of ACTIVITY_OBJECTS) {
      const other = granted.get(`${sibling}.${field}`);
      if (!other || isTrue(other, 'editable') !== isTrue(permission, 'editable'))
        report(file, permission.line, `${path} must be granted on ${ACTIVITY_OBJECTS.join(' and ')} alike`);
    }
  }
}
