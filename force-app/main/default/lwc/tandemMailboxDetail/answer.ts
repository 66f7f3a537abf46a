import { answerIn, STEP_ICONS, type Counts, type Step } from 'c/tandemAnswers';
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

/** What the bridge answered, line by line; none for requests whose answer is said by their state. */
export function answerOf({ result }: Request): Line[] {
  const { steps, counts } = answerIn(result);
  return [...(steps ?? []).map(stepLine), ...(counts ? countLines(counts) : [])];
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
