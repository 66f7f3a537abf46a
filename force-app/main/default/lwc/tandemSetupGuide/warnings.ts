import { answerIn, isLarge } from 'c/tandemAnswers';
import { fill } from 'c/tandemText';
import { labels } from './labels';
import type { Found } from './steps';

/** What should be known before the configuration is activated. */
export function warningsOf({ configuration, preview, test, isStale }: Found): string[] {
  if (!configuration) return [];
  const { people, contacts, events } = configuration;
  const inactive = people.filter(({ isInactive }) => isInactive).map(({ name }) => name);
  const answer = answerIn(preview?.result);
  const failed = answerIn(test?.result).steps?.some(({ result }) => result === 'failed') ?? false;
  const checks: readonly (readonly [applies: boolean, text: string])[] = [
    [people.length === 0, labels.warnNobody],
    [contacts.isOff && events.isOff, labels.warnOff],
    [inactive.length > 0, fill(labels.warnInactive, inactive.join(', '))],
    [failed, labels.warnTest],
    [!answer.counts, labels.warnNoPreview],
    [answer.counts !== undefined && isStale, labels.warnStale],
    [(answer.problems ?? []).length > 0, labels.warnProblems],
    [isLarge(answer), labels.warnStorage],
  ];
  return checks.filter(([applies]) => applies).map(([, text]) => text);
}
