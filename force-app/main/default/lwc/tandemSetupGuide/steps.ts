import { answerIn } from 'c/tandemAnswers';
import { isAlive, type Bridge, type Request } from 'c/tandemMailbox';
import type { Configuration } from 'c/tandemSettings';
import { fill } from 'c/tandemText';
import { labels } from './labels';

/** What the org says of the set-up. */
export interface Found {
  readonly bridge: Bridge | undefined;
  readonly now: number;
  readonly test: Request | undefined;
  readonly configuration: Configuration | undefined;
  readonly mappings: number;
  readonly preview: Request | undefined;
  /** Whether the configuration was changed after the preview. */
  readonly isStale: boolean;
}

type State = 'done' | 'todo' | 'attention';

/** A step of the assistant as it stands. */
export interface Step {
  readonly name: 'bridge' | 'test' | 'configuration' | 'mappings' | 'preview' | 'activation';
  readonly title: string;
  readonly state: State;
  /** How it stands, in a sentence. */
  readonly says: string;
}

/** The steps from an installed package to the first sync, each as the org says. */
export function stepsOf(found: Found): Step[] {
  return [
    bridgeStep(found),
    testStep(found),
    configurationStep(found),
    mappingsStep(found),
    previewStep(found),
    activationStep(found),
  ];
}

function bridgeStep({ bridge, now }: Found): Step {
  const step = { name: 'bridge' as const, title: labels.bridge };
  if (bridge?.heartbeat == null) return { ...step, state: 'todo', says: labels.bridgeNone };
  if (!isAlive(bridge, now)) return { ...step, state: 'attention', says: labels.bridgeSilent };
  if (bridge.problem) return { ...step, state: 'attention', says: bridge.problem };
  return { ...step, state: 'done', says: labels.bridgeDone };
}

function testStep({ test }: Found): Step {
  const step = { name: 'test' as const, title: labels.test };
  if (!test) return { ...step, state: 'todo', says: labels.testNone };
  if (test.isOpen) return { ...step, state: 'todo', says: test.text };
  const { steps = [] } = answerIn(test.result);
  const failed = steps.filter(({ result }) => result === 'failed').length;
  if (steps.length === 0 || failed > 0) return { ...step, state: 'attention', says: labels.testFailed };
  return { ...step, state: 'done', says: labels.testDone };
}

function configurationStep({ configuration }: Found): Step {
  const step = { name: 'configuration' as const, title: labels.configuration };
  if (!configuration) return { ...step, state: 'todo', says: labels.configurationNone };
  const { name, people } = configuration;
  if (people.length === 0) return { ...step, state: 'todo', says: fill(labels.configurationNobody, name) };
  return { ...step, state: 'done', says: fill(labels.configurationDone, name, people.length) };
}

/** The usual mappings hold without a row: who goes on with the preview has left them as they are. */
function mappingsStep({ configuration, mappings, preview }: Found): Step {
  const step = { name: 'mappings' as const, title: labels.mappings };
  if (mappings > 0) return { ...step, state: 'done', says: fill(labels.mappingsChanged, mappings) };
  const passed = preview !== undefined || configuration?.active === true;
  return { ...step, state: passed ? 'done' : 'todo', says: labels.mappingsDefault };
}

function previewStep({ preview, configuration, isStale }: Found): Step {
  const step = { name: 'preview' as const, title: labels.preview };
  if (!preview) return { ...step, state: 'todo', says: labels.previewNone };
  if (preview.isOpen) return { ...step, state: 'todo', says: preview.text };
  const { counts, problems = [] } = answerIn(preview.result);
  if (!counts) return { ...step, state: 'attention', says: preview.text };
  if (problems.length > 0)
    return { ...step, state: 'attention', says: fill(labels.previewProblems, problems.length) };
  const stale = isStale && configuration?.active !== true;
  return { ...step, state: stale ? 'todo' : 'done', says: stale ? labels.previewStale : labels.previewDone };
}

function activationStep({ configuration }: Found): Step {
  const step = { name: 'activation' as const, title: labels.activation };
  if (configuration?.active)
    return { ...step, state: 'done', says: fill(labels.activationDone, configuration.name) };
  return { ...step, state: 'todo', says: labels.activationNone };
}
