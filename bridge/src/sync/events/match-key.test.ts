import { expect, it } from 'vitest';
import { eventKey } from './match-key.ts';
import { event, fingerprint } from './testing/samples.ts';

it('recognises an event whose subject is longer than Salesforce holds', () => {
  const { time } = event();
  const whole = `${'word '.repeat(60)}end`;
  expect(eventKey(whole, time, fingerprint)).toBe(eventKey(whole.slice(0, 255).trim(), time, fingerprint));
  expect(eventKey(whole, time, fingerprint)).not.toBe(eventKey('word', time, fingerprint));
});
