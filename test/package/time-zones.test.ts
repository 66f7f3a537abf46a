import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { readBundles } from '../../scripts/package/bundles.ts';

/** Left alone, the base component takes the zone of the browser, which need not be the one that the person chose in Salesforce. */
it('each time that a component shows is in a named zone', () => {
  const times = readBundles()
    .flatMap(({ files }) => files)
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => readFileSync(file, 'utf8').match(/<lightning-formatted-date-time[^>]*>/g) ?? []);
  expect(times.length).toBeGreaterThan(5);
  expect(times.filter((tag) => !/\stime-zone=/.test(tag))).toEqual([]);
});
