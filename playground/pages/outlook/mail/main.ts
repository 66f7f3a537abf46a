import { call } from '../../shared/call.ts';
import { element, icon } from '../../shared/element.ts';
import type { Child } from '../../shared/element.ts';
import { refreshEvery } from '../../shared/refresh.ts';
import { repaint } from '../../shared/repaint.ts';
import { bar } from '../bar.ts';
import { because, kinds } from './words.ts';

/** One mail that Exchange sent because of an event. */
interface SentMail {
  readonly n: number;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly why: readonly string[];
  readonly by: 'api' | 'people';
  readonly subject: string | null;
  readonly date?: string;
}

/** The outgoing mail of the tenant, newest first, looked at again every few seconds. */
const refreshSeconds = 2;
const place = (id: string) => document.getElementById(id) as HTMLElement;
let mail: readonly SentMail[] | undefined;
let problem = '';
let painted = '';

function paint(): void {
  repaint(
    place('mail'),
    element(
      'div',
      { class: 'mail-page' },
      element('h1', {}, 'Outgoing mail'),
      element(
        'p',
        { class: 'mail-about' },
        'What Exchange sent about meetings, in every mailbox: to whom, and what caused it. Tandem causes mail only where a person’s own edit in Salesforce is to reach the people invited.',
      ),
      content(),
    ),
  );
}

function content(): Child {
  if (problem)
    return element(
      'div',
      { class: 'empty', role: 'alert' },
      icon('warning', 'icon large'),
      element('p', {}, problem),
    );
  if (!mail) return element('p', { class: 'empty', role: 'status' }, 'Loading …');
  if (mail.length === 0)
    return element(
      'div',
      { class: 'empty' },
      icon('email', 'icon large'),
      element('p', {}, 'No mail was sent.'),
    );
  const heads = ['When', 'From', 'To', 'What', 'Meeting', 'Because', 'By'];
  return element(
    'table',
    { 'aria-label': 'Outgoing mail' },
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...mail.toReversed().map((one) => row(one, heads))),
  );
}

function row(
  { at, from, to, kind, subject, date, why, by }: SentMail,
  heads: readonly string[],
): HTMLElement {
  const meeting = `${subject ?? '(No subject)'}${date ? ` (${date})` : ''}`;
  const who = by === 'api' ? 'Tandem' : 'a person in Outlook';
  const when = new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
  const cells = [when, from, to, kinds[kind] ?? kind, meeting, because(why), who];
  return element(
    'tr',
    { class: by === 'api' ? 'by-tandem' : '' },
    ...cells.map((text, index) => element('td', { 'data-head': heads[index], dir: 'auto' }, text)),
  );
}

async function look(): Promise<void> {
  try {
    ({ mail } = await call<{ mail: SentMail[] }>('GET', '/api/exchange/mail'));
    problem = '';
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  const picture = JSON.stringify([mail, problem]);
  if (picture === painted) return;
  painted = picture;
  paint();
}

repaint(place('bar'), bar({ module: 'mail' }));
paint();
refreshEvery(refreshSeconds, look);
