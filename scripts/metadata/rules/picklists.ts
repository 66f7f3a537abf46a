import { childOf, childrenOf, isTrue, valueOf } from '../element.ts';
import { allFields } from '../package.ts';
import { PICKLIST_VALUES } from '../picklist-values.ts';
import type { Rule } from '../rule.ts';

/** Picklists are restricted, have labels, at most one default, and exactly the API values that the rest of Tandem knows. */
export const checkPicklists: Rule = (pack, report) => {
  for (const field of allFields(pack)) {
    if (field.type !== 'Picklist') continue;
    const path = `${field.object}.${field.name}`;
    const set = childOf(field.file.root, 'valueSet');
    if (!set) continue;
    const complain = (line: number, message: string) => report(field.file, line, `${path} ${message}`);
    if (!isTrue(set, 'restricted'))
      complain(set.line, 'must be <restricted>, so that no other value gets in');
    const values = childrenOf(set, 'valueSetDefinition').flatMap((definition) =>
      childrenOf(definition, 'value'),
    );
    for (const value of values)
      if (!valueOf(value, 'label')) complain(value.line, `has no label for ${valueOf(value, 'fullName')}`);
    const defaults = values.filter((value) => isTrue(value, 'default'));
    if (defaults.length > 1) complain(set.line, 'has more than one default');
    const expected = PICKLIST_VALUES[path];
    if (!expected) complain(set.line, 'is missing in picklist-values.ts');
    else if (expected.join() !== field.values.join())
      complain(set.line, `must have the values ${expected.join(', ')}, not ${field.values.join(', ')}`);
  }
};
