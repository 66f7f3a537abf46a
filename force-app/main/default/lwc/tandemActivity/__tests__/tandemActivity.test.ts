import { graphql as adapter } from 'lightning/graphql';
import TandemActivity from 'c/tandemActivity';
import type { GraphqlStub } from 'tests/graphql-stub';
import { settled, show, tell } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;
const field = (value: unknown, displayValue: string | null = null) => ({ value, displayValue });

function count(day: string, direction: 'ExchangeToSalesforce' | 'SalesforceToExchange', more: object = {}) {
  return {
    Id: `${day} ${direction}`,
    Day__c: field(day),
    Kind__c: field('Contact', 'Contact'),
    Direction__c: field(direction, direction === 'ExchangeToSalesforce' ? 'To Salesforce' : 'To Exchange'),
    Created__c: field(null),
    Updated__c: field(null),
    Deleted__c: field(null),
    Paired__c: field(null),
    ...more,
  };
}

let asked: unknown;
const refreshed = jest.fn().mockResolvedValue(undefined);

async function give(...nodes: object[]) {
  const data = { uiapi: { query: { Tandem_Activity__c: { edges: nodes.map((node) => ({ node })) } } } };
  graphql.emit(
    data,
    ({ variables }) => {
      asked = variables;
      return true;
    },
    refreshed,
  );
  await settled();
}

async function screen() {
  const shown = show('c-tandem-activity', TandemActivity, {});
  await settled();
  return shown;
}

const heights = (shown: Awaited<ReturnType<typeof screen>>, selector: string) =>
  shown
    .findAll(selector)
    .map((bar) => bar.getAttribute('height') ?? '')
    .filter((height) => height !== '0%');

describe('the chart of what was synced', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-03-10T12:00:00Z'), doNotFake: ['queueMicrotask'] });
    refreshed.mockClear();
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('asks for the counts of 30 days, or of the time that is chosen', async () => {
    const shown = await screen();
    await give();
    expect(asked).toEqual({ where: { Day__c: { gte: { value: '2026-02-09' } } } });
    tell(shown.find('lightning-combobox'), 'change', { value: '7' });
    await settled();
    await give();
    expect(asked).toEqual({ where: { Day__c: { gte: { value: '2026-03-04' } } } });
  });

  it('asks for one kind alone, or for both', async () => {
    const shown = await screen();
    tell(shown.find('[data-kinds]'), 'change', { value: 'Event' });
    await settled();
    await give();
    expect(asked).toMatchObject({ where: { Kind__c: { eq: 'Event' } } });
  });

  it('draws what reached Salesforce upwards and what reached Exchange downwards, on one scale', async () => {
    const shown = await screen();
    await give(
      count('2026-03-10', 'ExchangeToSalesforce', { Created__c: field(30), Updated__c: field(10) }),
      count('2026-03-10', 'SalesforceToExchange', { Deleted__c: field(4), Paired__c: field(99) }),
      count('2026-03-09', 'SalesforceToExchange', { Updated__c: field(20) }),
    );
    expect(shown.findAll('.up')).toHaveLength(30);
    expect(heights(shown, '.up')).toEqual(['50%']);
    expect(heights(shown, '.down')).toEqual(['25%', '5%']);
    expect(shown.findAll('.numbers span').map(({ textContent }) => textContent)).toEqual([
      ...['40', '20', '0', '20', '40'],
    ]);
  });

  it('says the same in words: in all, and for each day', async () => {
    const shown = await screen();
    await give(
      count('2026-03-10', 'ExchangeToSalesforce', { Created__c: field(1200) }),
      count('2026-03-08', 'SalesforceToExchange', { Updated__c: field(3) }),
    );
    const words = 'In the last 30 days 1,200 changes reached Salesforce and 3 reached Exchange.';
    expect(shown.text()).toContain(words);
    expect(shown.find('svg').getAttribute('aria-label')).toBe(words);
    const tips = shown.findAll('title').map(({ textContent }) => textContent);
    expect(tips).toHaveLength(30);
    expect(tips.at(-1)).toBe('Mar 10: 1,200 in Salesforce, 0 in Exchange');
    expect(tips.at(-3)).toBe('Mar 8: 0 in Salesforce, 3 in Exchange');
  });

  it('has every count in a table', async () => {
    const shown = await screen();
    await give(count('2026-03-10', 'ExchangeToSalesforce', { Created__c: field(5), Paired__c: field(7) }));
    const cells = shown.findAll('tbody tr > *').map(({ textContent }) => textContent);
    expect(cells).toEqual(['Mar 10', 'Contact', 'To Salesforce', '5', '0', '0', '7']);
  });

  it('says when nothing was synced', async () => {
    const shown = await screen();
    expect(shown.findAll('lightning-spinner')).toHaveLength(1);
    await give();
    expect(shown.findAll('lightning-spinner')).toHaveLength(0);
    expect(shown.find<HTMLElement & { heading: string }>('c-tandem-empty').heading).toBe(
      'Nothing was synced in this time.',
    );
  });

  it('says why the counts cannot be read, and tries again', async () => {
    const shown = await screen();
    graphql.emitErrors([{ message: "Field 'Tandem_Activity__c' is undefined" }], () => true, refreshed);
    await settled();
    tell(shown.find('c-tandem-error-panel'), 'retry');
    expect(refreshed).toHaveBeenCalledTimes(1);
  });
});
