import TandemWaiting from 'c/tandemWaiting';
import { served } from 'tests/requests';
import { settled, show } from 'tests/show';

const request = served('Preview', undefined, { isOpen: true });
async function waiting(properties: { isAlive?: boolean; askedBy?: string } = {}) {
  const shown = show('c-tandem-waiting', TandemWaiting, { request, isAlive: true, ...properties });
  await settled();
  return shown;
}

describe('the place of an answer that is not there yet', () => {
  afterEach(() => document.body.replaceChildren());

  it('says when the bridge answers', async () => {
    const shown = await waiting();
    expect(shown.text()).toContain('The bridge answers within a minute');
    expect(shown.text()).not.toContain('Asked for by');
  });

  it('says that no bridge is there to answer', async () => {
    expect((await waiting({ isAlive: false })).text()).toContain('has not reported lately');
  });

  it('names who else asked, and when', async () => {
    const shown = await waiting({ askedBy: 'Ada Admin' });
    expect(shown.text()).toContain('Asked for by Ada Admin');
    expect(shown.find<HTMLElement & { value: string }>('lightning-formatted-date-time').value).toBe(
      request.createdAt,
    );
  });
});
