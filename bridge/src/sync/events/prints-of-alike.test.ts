import { expect, it } from 'vitest';
import { singleItem } from './event-item.ts';
import { printsOfAlike } from './prints-of-alike.ts';
import { event, fingerprint, mapping, record } from './testing/samples.ts';

it('what a new pair holds alike is remembered of both sides, and nothing else', () => {
  const edited = { ...event().properties, subject: 'Edited' };
  const { exchangePrints, salesforcePrints } = printsOfAlike(
    singleItem(event({ properties: edited })),
    record(),
    mapping,
    fingerprint,
  );
  expect([exchangePrints.Location, salesforcePrints.Location]).toEqual([
    'Location=Room 1',
    'Location=Room 1',
  ]);
  expect([exchangePrints.Subject, salesforcePrints.Subject]).toEqual([undefined, undefined]);
});
