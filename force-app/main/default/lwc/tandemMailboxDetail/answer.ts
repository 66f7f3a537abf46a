import type { Request } from 'c/tandemMailbox';
import { fill } from 'c/tandemText';
import { labels } from './labels';

/** A line of the bridge's answer to a test or a preview. */
export interface Line {
  readonly key: string;
  readonly text: string;
  readonly icon: string;
  readonly remedy: string;
}

interface Result {
  readonly steps?: readonly Step[];
  readonly counts?: Counts;
}

interface Step {
  readonly step: string;
  readonly result: string;
  readonly sentence: string;
  readonly remedy: string | null;
}

interface Sides {
  readonly Exchange: number;
  readonly Salesforce: number;
}

interface Counts {
  readonly create: Sides;
  readonly update: Sides;
  readonly paired: number;
  readonly held: number;
}

const STEP_ICONS: Readonly<Record<string, string>> = {
  passed: 'utility:success',
  warning: 'utility:warning',
  failed: 'utility:error',
  skipped: 'utility:dash',
};

/** What the bridge answered, line by line; none for requests whose answer is said by their state. */
export function answerOf({ result }: Request): Line[] {
  if (result === undefined) return [];
  let read: Result;
  try {
    read = JSON.parse(result) as Result;
  } catch {
    return [];
  }
  return [...(read.steps ?? []).map(stepLine), ...(read.counts ? countLines(read.counts) : [])];
}

function stepLine({ step, result, sentence, remedy }: Step): Line {
  const icon = STEP_ICONS[result] ?? 'utility:question';
  return { key: step, text: `${step}: ${sentence}`, icon, remedy: remedy ?? '' };
}

function countLines({ create, update, paired, held }: Counts): Line[] {
  const texts = [
    fill(labels.previewCreate, create.Salesforce, create.Exchange),
    fill(labels.previewUpdate, update.Salesforce, update.Exchange),
    fill(labels.previewPaired, paired),
    fill(labels.previewHeld, held),
  ];
  return texts.map((text) => ({ key: text, text, icon: 'utility:info', remedy: '' }));
}
