import { forgetDraft, forgetDrafts, keepDraft, keptDraft, newestDraft } from 'c/tandemDrafts';

const at = (time: string) => jest.useFakeTimers({ now: new Date(time) });

describe('what was typed and not saved', () => {
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    window.sessionStorage.clear();
  });

  it('is kept by part of a configuration, the last in the place of the former', () => {
    at('2026-03-01T08:00:00Z');
    keepDraft('a01', 'filters', { value: 'old' });
    keepDraft('a01', 'filters', { value: 'new' });
    keepDraft('a02', 'filters', { value: 'other' });
    expect(keptDraft('a01', 'filters')).toEqual({
      at: '2026-03-01T08:00:00.000Z',
      content: { value: 'new' },
    });
    expect(keptDraft('a01', 'mappings')).toBeUndefined();
  });

  it('is found by its configuration, the newest part first, among what others keep in the browser', () => {
    window.sessionStorage.setItem('something else', 'x');
    at('2026-03-01T08:05:00Z');
    keepDraft('a01', 'mappings', {});
    at('2026-03-01T08:00:00Z');
    keepDraft('a01', 'settings', {});
    expect(newestDraft('a01')).toEqual({ part: 'mappings', at: '2026-03-01T08:05:00.000Z' });
    expect(newestDraft('a02')).toBeUndefined();
  });

  it('is forgotten by part, or all of a configuration', () => {
    for (const part of ['settings', 'filters', 'mappings']) keepDraft('a01', part, {});
    keepDraft('a02', 'filters', {});
    forgetDraft('a01', 'filters');
    expect(keptDraft('a01', 'filters')).toBeUndefined();
    forgetDrafts('a01');
    expect(newestDraft('a01')).toBeUndefined();
    expect(newestDraft('a02')?.part).toBe('filters');
    expect(window.sessionStorage).toHaveLength(1);
  });

  it('is not kept where the browser keeps nothing', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    keepDraft('a01', 'filters', {});
    expect(keptDraft('a01', 'filters')).toBeUndefined();
  });
});
