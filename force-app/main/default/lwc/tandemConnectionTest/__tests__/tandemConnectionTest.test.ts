import TandemConnectionTest from 'c/tandemConnectionTest';
import type { Request } from 'c/tandemMailbox';
import { served } from 'tests/requests';
import { settled, show, tell } from 'tests/show';

type Waiting = HTMLElement & { askedBy: string; isAlive: boolean };
const step = (name: string, result: string, remedy: string | null = null) => ({
  step: name,
  result,
  sentence: `${name} is ${result}.`,
  detail: '',
  remedy,
});

async function test(properties: { request?: Request; isAlive?: boolean; askedBy?: string }) {
  const shown = show(
    'c-tandem-connection-test',
    TandemConnectionTest,
    { about: 'Last test: Maya', isAlive: true, ...properties },
    ['ask'],
  );
  await settled();
  return shown;
}

describe('the connection test', () => {
  afterEach(() => document.body.replaceChildren());

  it('is asked for one user', async () => {
    const shown = await test({});
    const button = shown.find<HTMLElement & { disabled: boolean }>('lightning-button');
    expect(button.disabled).toBe(true);
    tell(shown.find('lightning-record-picker'), 'change', { recordId: '005Maya' });
    await settled();
    button.click();
    expect(shown.told('ask')).toEqual([{ userId: '005Maya' }]);
  });

  it('that somebody else waits for is named, and keeps nobody from asking', async () => {
    const request = served('TestConnection', undefined, { isOpen: true });
    const shown = await test({ request, askedBy: 'Ada Admin' });
    tell(shown.find('lightning-record-picker'), 'change', { recordId: '005Maya' });
    await settled();
    expect(shown.find<Waiting>('c-tandem-waiting').askedBy).toBe('Ada Admin');
    const { disabled } = shown.find<HTMLElement & { disabled: boolean }>('lightning-button');
    expect(disabled).toBe(false);
    Object.assign(shown.element, { askedBy: '' });
    await settled();
    expect(shown.find<Waiting>('c-tandem-waiting').askedBy).toBe('');
    expect(shown.find<HTMLElement & { disabled: boolean }>('lightning-button').disabled).toBe(true);
  });

  it('waits for the bridge in the place of an answer', async () => {
    const open = served('TestConnection', undefined, { isOpen: true });
    const shown = await test({ request: open, isAlive: false });
    expect(shown.find<Waiting>('c-tandem-waiting').isAlive).toBe(false);
    Object.assign(shown.element, { request: served('TestConnection', { steps: [step('User', 'passed')] }) });
    await settled();
    expect(shown.findAll('c-tandem-waiting')).toEqual([]);
  });

  it('shows each step with its outcome and what helps', async () => {
    const steps = [
      step('Sign-in', 'passed'),
      step('User', 'warning', 'Assign.'),
      step('Mailbox', 'failed', 'Look.'),
      step('Folder', 'skipped'),
    ];
    const shown = await test({ request: served('TestConnection', { steps }) });
    expect(shown.text()).toContain('Last test: Maya');
    expect(shown.findAll('ol li').map((one) => one.querySelector('strong')?.textContent)).toEqual([
      'Sign-in: Passed.',
      'User: Warning.',
      'Mailbox: Failed.',
      'Folder: Not judged.',
    ]);
    expect(shown.text()).toContain('Look.');
  });

  it('says why the bridge gave no answer', async () => {
    const answer = { message: 'Not yours.', remedy: 'Ask an admin.' };
    const shown = await test({
      request: served('TestConnection', answer, { text: 'Test connection: Refused Not yours.' }),
    });
    expect(shown.text()).toContain('Test connection: Refused Not yours. Ask an admin.');
  });
});
