import { Fault } from './fault.ts';
import type { IssueCode } from './issue-codes.ts';
import { issueCodes } from './issue-codes.ts';

/** One step of a check: it passed, passed with a warning, failed with the remedy, or could not be judged. */
export interface Step {
  /** What is checked, in a few words. */
  readonly step: string;
  readonly result: 'passed' | 'warning' | 'failed' | 'skipped';
  readonly code: IssueCode | null;
  /** What was found. */
  readonly sentence: string;
  /** What exactly, such as a setting's name or a date; never a secret or content. */
  readonly detail: string;
  readonly remedy: string | null;
}

/** A step that passed; `sentence` says what was found. */
export function passed(step: string, sentence: string): Step {
  return { step, result: 'passed', code: null, sentence, detail: '', remedy: null };
}

/** A step that could not be judged, and why. */
export function skipped(step: string, sentence: string): Step {
  return { step, result: 'skipped', code: null, sentence, detail: '', remedy: null };
}

/** A step in which nothing stands in the way, but something will or should be known. */
export function warned(step: string, code: IssueCode, detail = ''): Step {
  return { step, result: 'warning', code, ...issueCodes[code], detail };
}

/** A step that failed. */
export function failed(step: string, code: IssueCode, detail = ''): Step {
  return { step, result: 'failed', code, ...issueCodes[code], detail };
}

/** A step that failed by what was thrown; the detail of something unforeseen is its name only. */
export function failedBy(step: string, error: unknown): Step {
  if (error instanceof Fault) return failed(step, error.code, error.detail);
  return failed(step, 'TDM-B-UNEXPECTED', error instanceof Error ? error.name : typeof error);
}
