import TandemBridgeState from 'c/tandemBridgeState';
import { show } from 'tests/show';

const now = Date.parse('2026-03-01T09:00:00Z');
const shown = (bridge?: { heartbeat: string | null; problem: string | null }) => {
  const { text, find } = show('c-tandem-bridge-state', TandemBridgeState, { bridge, now });
  return { text: text(), variant: find<HTMLElement & { variant: string }>('lightning-icon').variant };
};

describe('the state of the bridge', () => {
  afterEach(() => document.body.replaceChildren());

  it('is good while the bridge reports', () => {
    expect(shown({ heartbeat: '2026-03-01T08:59:30Z', problem: null })).toEqual({
      text: 'The bridge is connected. It last reported 30 seconds ago.',
      variant: 'success',
    });
  });

  it('warns that none has ever reported', () => {
    expect(shown()).toMatchObject({ variant: 'warning' });
    expect(shown({ heartbeat: null, problem: null }).text).toContain('No bridge has reported yet.');
  });

  it('warns that it has been silent for long', () => {
    expect(shown({ heartbeat: '2026-03-01T08:00:00Z', problem: null })).toEqual({
      text: 'The bridge last reported 1 hour ago. Nothing syncs until it runs again.',
      variant: 'warning',
    });
  });

  it('says what keeps a bridge that is alive from working', () => {
    expect(shown({ heartbeat: '2026-03-01T08:59:30Z', problem: 'TDM-X-CERTIFICATE' })).toEqual({
      text: 'The bridge is connected, but cannot work: TDM-X-CERTIFICATE',
      variant: 'warning',
    });
  });
});
