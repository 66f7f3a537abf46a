import LightningPrompt from 'lightning/prompt';
import TandemConfigurations from 'c/tandemConfigurations';
import { assignment, configuration } from 'tests/settings';
import { settled, show, tell } from 'tests/show';

const people = ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'].map((name) =>
  assignment(name, 'a01Sales', { isInactive: name === 'Eve' }),
);

async function list(
  configurations = [configuration('Sales', { active: true, people }), configuration('Service')],
) {
  const shown = show('c-tandem-configurations', TandemConfigurations, { configurations, isCut: false }, [
    'open',
    'create',
    'activate',
    'deactivate',
    'remove',
    'cloned',
  ]);
  await settled();
  return shown;
}

describe('the list of configurations', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows state, directions and people, and marks inactive users', async () => {
    const shown = await list();
    const [sales, service] = shown
      .findAll('tbody tr')
      .map((row) => (row.textContent ?? '').replace(/\s+/g, ' '));
    expect(sales).toMatch(/Active.*Both ways.*Off.*Ada, Bob, Cleo and 2 more.*Inactive users: Eve \(1\)/);
    expect(service).toMatch(/Not active.*Nobody/);
  });

  it('says when it does not know how many there are', async () => {
    const shown = await list();
    Object.assign(shown.element, { isCut: true });
    await settled();
    expect(shown.text()).toContain('Ada, Bob, Cleo and at least 2 more');
  });

  it('offers what can be done with each', async () => {
    const shown = await list();
    const [sales, service] = shown.findAll('lightning-button-menu');
    tell(sales!, 'select', { value: 'deactivate' });
    tell(service!, 'select', { value: 'activate' });
    tell(service!, 'select', { value: 'remove' });
    shown.find('tbody lightning-button').click();
    expect(shown.told('deactivate')).toEqual([{ id: 'a01Sales' }]);
    expect(shown.told('activate')).toEqual([{ id: 'a01Service' }]);
    expect(shown.told('remove')).toEqual([{ id: 'a01Service' }]);
    expect(shown.told('open')).toEqual([{ id: 'a01Sales' }]);
  });

  describe('copies one', () => {
    type Clone = HTMLElement & { configurationId: string; name: string };
    const prompt = jest.fn();
    const choose = async (shown: Awaited<ReturnType<typeof list>>) => {
      tell(shown.find('lightning-button-menu'), 'select', { value: 'clone' });
      await settled();
      return shown.findAll<Clone>('c-tandem-clone')[0];
    };
    beforeEach(() => {
      LightningPrompt.open = prompt.mockReset().mockResolvedValue(' Sales East ');
    });

    it('under the name that the admin gives, and tells which one came of it', async () => {
      const shown = await list();
      const clone = await choose(shown);
      expect([clone?.configurationId, clone?.name]).toEqual(['a01Sales', 'Sales East']);
      tell(clone!, 'clone', { id: 'a01New' });
      await settled();
      expect(shown.findAll('c-tandem-clone')).toEqual([]);
      expect(shown.told('cloned')).toEqual([{ id: 'a01New' }]);
    });

    it('and goes on when that failed, or was not meant', async () => {
      const shown = await list();
      tell((await choose(shown))!, 'clone', {});
      prompt.mockResolvedValue(null);
      expect(await choose(shown)).toBeUndefined();
      expect(shown.told('cloned')).toEqual([]);
    });

    it.each([
      [['Sales'], 'Sales (copy)'],
      [['Sales', 'Sales (copy)'], 'Sales (copy 2)'],
      [['Sales', 'Sales (copy)', 'Sales (copy 2)'], 'Sales (copy 3)'],
      [['x'.repeat(80)], `${'x'.repeat(69)} (copy)`],
    ])('with a name that none of %j has', async (names, defaultValue) => {
      await choose(await list(names.map((name) => configuration(name))));
      expect(prompt).toHaveBeenCalledWith(expect.objectContaining({ defaultValue }));
    });
  });

  it('says what to do when there is none', async () => {
    const shown = await list([]);
    expect(shown.find<HTMLElement & { heading: string }>('c-tandem-empty').heading).toBe(
      'There is no configuration yet.',
    );
    shown.find('lightning-button').click();
    expect(shown.told('create')).toHaveLength(1);
  });
});
