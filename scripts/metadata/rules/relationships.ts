import { childOf, isTrue, valueOf } from '../element.ts';
import { allFields } from '../package.ts';
import type { Rule } from '../rule.ts';
import { isStandardObject } from '../standard.ts';

/** Lookups and master-detail fields point to objects that exist, by names that are unique there. */
export const checkRelationships: Rule = (pack, report) => {
  const taken = new Map<string, string>();
  for (const field of allFields(pack)) {
    if (field.type !== 'Lookup' && field.type !== 'MasterDetail') continue;
    const { root } = field.file;
    const complain = (element: string, message: string) =>
      report(field.file, (childOf(root, element) ?? root).line, `${field.object}.${field.name} ${message}`);
    const target = valueOf(root, 'referenceTo');
    if (target && !pack.objects.has(target) && !isStandardObject(target))
      complain('referenceTo', `points to ${target}, which does not exist`);
    if (field.type === 'MasterDetail' && childOf(root, 'required'))
      complain('required', 'is a master-detail field, which takes no <required>');
    if (
      field.type === 'Lookup' &&
      isTrue(root, 'required') &&
      valueOf(root, 'deleteConstraint') === 'SetNull'
    )
      complain('deleteConstraint', 'is required, so a delete cannot set it to null');
    const relationship = `${target}.${valueOf(root, 'relationshipName')}`;
    const other = taken.get(relationship);
    if (other) complain('relationshipName', `has the relationship ${relationship}, as ${other} has`);
    taken.set(relationship, `${field.object}.${field.name}`);
  }
};
