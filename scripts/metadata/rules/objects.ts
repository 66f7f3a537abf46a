import { childOf, valueOf } from '../element.ts';
import type { Field, MetadataFile } from '../package.ts';
import type { Rule } from '../rule.ts';

/** What a custom object needs to be deployed although the Metadata API's types leave it open. */
const NEEDED = ['deploymentStatus', 'label', 'nameField', 'pluralLabel', 'sharingModel'];

/** Custom objects are complete, and their sharing fits the fields that they have. */
export const checkObjects: Rule = (pack, report) => {
  for (const [name, file] of pack.objects) {
    if (!name.endsWith('__c')) continue;
    for (const element of NEEDED)
      if (!childOf(file.root, element)) report(file, file.root.line, `${name} lacks <${element}>`);
    const nameField = childOf(file.root, 'nameField');
    if (
      nameField &&
      valueOf(nameField, 'type') === 'AutoNumber' &&
      !/\{0+\}/.test(valueOf(nameField, 'displayFormat') ?? '')
    )
      report(file, nameField.line, `the number of ${name} needs a <displayFormat> such as A-{0000}`);
    const problem = sharingProblem(file, [...(pack.fields.get(name)?.values() ?? [])]);
    if (problem) report(file, (childOf(file.root, 'sharingModel') ?? file.root).line, problem);
  }
  for (const object of pack.fields.keys())
    if (object.endsWith('__c') && !pack.objects.has(object))
      for (const { file } of pack.fields.get(object)?.values() ?? [])
        report(file, file.root.line, `is a field of ${object}, which the package does not define`);
};

function sharingProblem(file: MetadataFile, fields: readonly Field[]): string | undefined {
  const isDetail = fields.some((field) => field.type === 'MasterDetail');
  const isControlled = valueOf(file.root, 'sharingModel') === 'ControlledByParent';
  if (isDetail && !isControlled)
    return `${file.name} has a master, so its <sharingModel> must be ControlledByParent`;
  if (!isDetail && isControlled) return `${file.name} is ControlledByParent, but has no master-detail field`;
  return undefined;
}
