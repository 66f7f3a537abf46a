/**
 * How the bridge's Node uses memory. V8 sizes its heap for speed on large machines: it collects young objects rarely and lets
 * the heap grow to several times of what is in use. A bridge works in short bursts, so it gives up some of that speed.
 */
export const memoryFlags = [
  '--max-semi-space-size=4',
  '--initial-old-space-size=32',
  '--heap-growing-percent=30',
];
