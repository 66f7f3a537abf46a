import type { Condition, Test } from './condition.ts';

/** From when until when, in whole seconds without a zone, so that stamps compare with it as texts. */
interface Span {
  readonly from?: string;
  readonly until?: string;
}

/** The span of a datetime field that every row of the condition lies in; undefined when it has no bounds. */
export function spanOf(condition: Condition, field: string): Span | undefined {
  if (condition.kind === 'and') {
    const spans = condition.parts.map((part) => spanOf(part, field)).filter((span) => span !== undefined);
    return spans.length === 0 ? undefined : (Object.assign({}, ...spans) as Span);
  }
  if (condition.kind !== 'test') return undefined;
  const { test } = condition;
  const time = 'field' in test && test.field.toLowerCase() === field.toLowerCase() ? timeOf(test) : undefined;
  if (time === undefined) return undefined;
  switch (test.operator) {
    case '>':
    case '>=':
      return { from: time };
    case '<':
    case '<=':
      return { until: time };
    case '=':
      return { from: time, until: time };
    default:
      return undefined;
  }
}

/** The datetime that a test compares with, as the beginning of a stamp; undefined for other literals. */
export function timeOf(test: Test): string | undefined {
  if (!('value' in test) || test.literalType !== 'DATETIME') return undefined;
  const date = new Date(String(test.value).replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 19);
}
