/**
 * Runs `look` now and again every `seconds` while the page can be seen, never two at a time. Gives back a function that looks
 * at once, for use after the person changed something.
 */
export function refreshEvery(seconds: number, look: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const lookOnce = () => (running ??= look().finally(() => (running = undefined)));
  setInterval(() => {
    if (document.visibilityState === 'visible') void lookOnce();
  }, seconds * 1000);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookOnce();
  });
  void lookOnce();
  return async () => {
    await running;
    await lookOnce();
  };
}
