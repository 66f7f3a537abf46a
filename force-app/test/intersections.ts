/** All that were made, the newest last. */
export const watchers: Watcher[] = [];

/** Stands in for the browser's IntersectionObserver, which jsdom lacks: tests say what is in sight. */
class Watcher {
  isWatching = false;
  private readonly tell: (seen: readonly { isIntersecting: boolean }[]) => void;

  constructor(tell: (seen: readonly { isIntersecting: boolean }[]) => void) {
    this.tell = tell;
    watchers.push(this);
  }

  observe(): void {
    this.isWatching = true;
  }

  disconnect(): void {
    this.isWatching = false;
  }

  see(isIntersecting: boolean): void {
    this.tell([{ isIntersecting }]);
  }
}

Object.defineProperty(globalThis, 'IntersectionObserver', { value: Watcher, configurable: true });
