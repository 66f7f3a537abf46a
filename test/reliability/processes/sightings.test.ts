import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createSightings } from './sightings.ts';

function call(process: string, url: string): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), {
    method: 'GET',
    url: `/v1.0/users/ann/${url}`,
    headers: { authorization: process },
  });
}

it('a call of another process within a pass is an intrusion, and a pass after another is none', () => {
  const sightings = createSightings();
  const delta = 'contactFolders/f/contacts/delta';
  for (const [process, url] of [
    ['A', delta],
    ['A', 'contacts/1'],
    ['B', 'contactFolders/f/contacts/delta?$deltatoken=1'],
    ['B', 'contacts/2'],
  ] as const)
    sightings.see(call(process, url));
  expect(sightings.passes().map(({ process }) => process)).toEqual(['A', 'B']);
  expect(sightings.intrusions()).toEqual([]);

  sightings.see(call('A', 'contacts/1'));
  expect(sightings.intrusions()).toEqual(['GET /v1.0/users/ann/contacts/1']);
});
