import type { Step } from '../../domain/step.ts';
import type { Diagnosis } from './doctor.ts';

const marks = { passed: 'ok', warning: 'warning', failed: 'FAILED', skipped: 'not judged' } as const;

/** What the doctor found, for people: one line a step, and below it what to do. */
export function doctorReport({ steps }: Diagnosis): string {
  const width = Math.max(...steps.map(({ step }) => step.length));
  const lines = steps.flatMap((step) => {
    const mark = marks[step.result].padEnd(marks.skipped.length);
    const head = `${mark}  ${step.step.padEnd(width)}  ${foundText(step)}`;
    const indent = ' '.repeat(mark.length + width + 4);
    return step.remedy === null ? [head] : [head, `${indent}${step.remedy}`];
  });
  return [...lines, '', summary(steps)].join('\n');
}

function foundText({ code, sentence, detail }: Step): string {
  return [code === null ? '' : `${code}:`, sentence, detail].filter((text) => text !== '').join(' ');
}

function summary(steps: readonly Step[]): string {
  const count = (result: Step['result']) => steps.filter((step) => step.result === result).length;
  const failures = count('failed');
  const warnings = count('warning');
  const rest = warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  if (failures === 0) return `Nothing stands in the way${rest}.`;
  return `${failures} of ${steps.length} steps failed${rest}.`;
}
