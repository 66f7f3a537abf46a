import type { Result } from './report.ts';
import { shown } from './report.ts';

/** The same work by a peer: requests in all and seconds. */
interface PeerFigure {
  readonly bench: Result['bench']['name'];
  readonly work: string;
  readonly requests: number;
  readonly seconds: number;
}

/** vdirsyncer between two local CardDAV servers. Measured once, not by `npm run bench`. */
const vdirsyncer: readonly PeerFigure[] = [
  { bench: 'contacts-first-in', work: 'the first 5,000 contacts', requests: 5003, seconds: 495 },
  { bench: 'contacts-idle', work: '5,000 linked, nothing changed', requests: 2, seconds: 12.8 },
  { bench: 'contacts-one-percent', work: '5,000 linked, 50 changed', requests: 54, seconds: 13.6 },
];

/** Tandem on its embedded database beside the peer, of the benches that were run. */
export function peerMarkdown(results: readonly Result[]): string {
  const rows = vdirsyncer.flatMap(({ bench, work, requests, seconds }) => {
    const own = results.find(({ figures }) => figures.name === bench && figures.database === 'pglite');
    if (own === undefined) return [];
    const { http, wall_s: wall } = own.figures;
    return [
      `| ${work} | ${shown(http.exchange + http.salesforce)} | ${shown(wall)} | ${shown(requests)} | ${shown(seconds)} |`,
    ];
  });
  return [
    '### Beside a peer',
    '',
    'vdirsyncer kept two local CardDAV servers in step. Its figures were measured once, by hand, on another day, and are not made anew by the command above; it has no limits, permissions or batches to deal with, so they tell the order of magnitude and no more. Between two folders, without any network, it needed 4.5 s, 0.55 s and 0.66 s for the same three.',
    '',
    '| work | Tandem, requests | Tandem, seconds | vdirsyncer, requests | vdirsyncer, seconds |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}
