import { element, icon } from '../shared/element.ts';
import { freshness } from '../shared/fresh.ts';
import { refreshEvery } from '../shared/refresh.ts';
import { repaint } from '../shared/repaint.ts';
import { isShown, objects } from './fields.ts';
import { header } from './header.ts';
import { listPage } from './list-page.ts';
import { actAs, actingUser, query } from './org.ts';
import type { Row } from './org.ts';
import type { Frame, Page } from './page.ts';
import { recordPageOf } from './record-page.ts';
import { tandemPage } from './tandem-page.ts';
import { versionsIn } from './versions.ts';

/** The Salesforce page: opens what the address names after `#`, and looks at it again every few seconds. */
const refreshSeconds = 2.5;
const usersOfTandem = `SELECT Id, Name FROM User WHERE IsActive = true AND Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name IN ('Tandem_User', 'Tandem_Admin')) ORDER BY Id`;
const place = (id: string) => document.getElementById(id) as HTMLElement;
const { see, fresh } = freshness();

let people: readonly Row[] = [];
let page = pageOf(location.hash);
let data: unknown;
let painted = '';

const frame: Frame = {
  reload: () => lookAgain(),
  repaint: paint,
  open: (hash) => {
    if (location.hash === hash) void lookAgain();
    else location.hash = hash;
  },
  get fresh() {
    return fresh();
  },
};

function pageOf(hash: string): Page {
  const [, object = 'Contact', id = ''] = hash.split('/');
  if (object === 'Tandem') return tandemPage(id);
  const record = id ? recordPageOf(object, id) : undefined;
  return record ?? listPage(objects[isShown(object) ? object : 'Contact']);
}

function paint(): void {
  repaint(place('page'), page.paint(data, frame));
  document.title = `${page.title} · Salesforce playground`;
}

function paintHeader(): void {
  const choose = (id: string) => {
    actAs(id);
    paintHeader();
    void lookAgain();
  };
  repaint(place('bar'), header({ people, actingAs: actingUser(), tab: page.tab, choose }));
}

async function look(): Promise<void> {
  const asked = page;
  try {
    if (people.length === 0) await signIn();
    const answer = await asked.load();
    if (asked !== page) return;
    data = answer;
  } catch (error) {
    if (asked === page) showProblem(error instanceof Error ? error.message : String(error));
    return;
  }
  see(location.hash, versionsIn(data));
  const picture = JSON.stringify([location.hash, data, [...frame.fresh]]);
  if (picture === painted) return;
  painted = picture;
  paint();
}

async function signIn(): Promise<void> {
  people = await query(usersOfTandem);
  const [first] = people;
  if (first) actAs(first.Id);
  paintHeader();
}

function showProblem(words: string): void {
  painted = '';
  const text = element('p', {}, words);
  repaint(
    place('page'),
    element('div', { class: 'page problem', role: 'alert' }, icon('warning', 'icon large'), text),
  );
}

window.addEventListener('hashchange', () => {
  page = pageOf(location.hash);
  data = undefined;
  painted = '';
  paintHeader();
  paint();
  void lookAgain();
});

paintHeader();
paint();
const lookAgain = refreshEvery(refreshSeconds, look);
