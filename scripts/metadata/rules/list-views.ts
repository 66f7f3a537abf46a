import { childOf, childrenOf, valueOf } from '../element.ts';
import { filesOfType, type Field } from '../package.ts';
import type { Rule } from '../rule.ts';
import { STANDARD_COLUMNS } from '../standard.ts';

/** List views show and filter by fields that exist, by values that exist. */
export const checkListViews: Rule = (pack, report) => {
  for (const file of filesOfType(pack, 'ListView')) {
    const fields: ReadonlyMap<string, Field> = pack.fields.get(file.object ?? '') ?? new Map<string, Field>();
    const checkField = (line: number, name: string) => {
      if (!fields.has(name) && !STANDARD_COLUMNS.has(name))
        report(file, line, `${file.object} has no field ${name}`);
    };
    for (const column of childrenOf(file.root, 'columns')) checkField(column.line, column.text.trim());
    const filters = childrenOf(file.root, 'filters');
    for (const filter of filters) {
      const name = valueOf(filter, 'field') ?? '';
      checkField(filter.line, name);
      const field = fields.get(name);
      if (field?.type !== 'Picklist') continue;
      for (const value of (valueOf(filter, 'value') ?? '').split(','))
        if (!field.values.includes(value))
          report(file, filter.line, `${file.object}.${name} has no value ${value}`);
    }
    const logic = childOf(file.root, 'booleanFilter');
    for (const number of logic?.text.match(/\d+/g) ?? [])
      if (Number(number) > filters.length) report(file, logic?.line ?? 1, `there is no filter ${number}`);
  }
};
