import { Timer } from 'c/tandemTimer';

describe('a timer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('does one thing later, in place of what was to be done before', () => {
    const [first, second] = [jest.fn(), jest.fn()];
    const timer = new Timer();
    timer.after(1_000, first);
    timer.after(2_000, second);
    jest.advanceTimersByTime(1_999);
    expect(second).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(second).toHaveBeenCalledTimes(1);
    expect(first).not.toHaveBeenCalled();
  });

  it('does nothing any more once it is stopped', () => {
    const act = jest.fn();
    const timer = new Timer();
    timer.after(1_000, act);
    timer.stop();
    jest.runAllTimers();
    expect(act).not.toHaveBeenCalled();
  });
});
