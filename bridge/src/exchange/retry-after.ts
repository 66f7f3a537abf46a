/**
 * Milliseconds that a Retry-After header asks to wait: whole or fractional seconds, or an HTTP date; null when it is absent or
 * cannot be read. Graph sends fractions too ("Microsoft Graph throttling guidance", sample `2.128`).
 */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  const wait = date - now;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
