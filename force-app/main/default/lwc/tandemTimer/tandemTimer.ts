/** Does one thing later. A component stops its timers when it is removed from the page. */
export class Timer {
  private pending: ReturnType<typeof setTimeout> | undefined;

  /** Acts after some milliseconds, in place of what was to be done before. */
  after(milliseconds: number, act: () => void): void {
    this.stop();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the one place where components wait
    this.pending = setTimeout(act, milliseconds);
  }

  stop(): void {
    clearTimeout(this.pending);
  }
}
