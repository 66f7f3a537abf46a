/**
 * Whether two names may be one person's: letter case, accents and punctuation aside, they are equal, one is the initial
 * of the other, or they differ by one letter. The service's own fuzzy methods are wider (help, "Matching Methods").
 */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  if (left === '' || right === '') return false;
  if (left === right) return true;
  if (left.length === 1 || right.length === 1) return left[0] === right[0];
  return Math.min(left.length, right.length) > 3 && isOneLetterApart(left, right);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? at + 1 : at;
  return short.slice(rest) === long.slice(at + 1);
}
