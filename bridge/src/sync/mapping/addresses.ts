import type { ExchangeProperties } from '../../domain/item.ts';

/** All e-mail addresses of an Exchange contact in lower case, without what is not an address. */
export function emailsOf(properties: ExchangeProperties): readonly string[] {
  const list = Array.isArray(properties.emailAddresses) ? (properties.emailAddresses as unknown[]) : [];
  const texts = list.map((entry) => (entry as { address?: unknown } | null)?.address);
  return [...new Set(texts.filter((text) => typeof text === 'string').map(normalEmail))].filter((text) =>
    text.includes('@'),
  );
}

/** The form in which e-mail addresses are matched. Dots and +tags stay: in companies they tell people apart. */
export function normalEmail(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
}
