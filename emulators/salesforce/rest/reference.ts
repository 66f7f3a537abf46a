/** Answers of earlier subrequests by their referenceId; undefined for one that failed or was not made. */
export type Answers = ReadonlyMap<string, unknown>;

/** A request with its references replaced, or the message that names the first one without a value. */
type Replaced = { readonly url: string; readonly body: unknown } | { readonly missing: string };

const REFERENCE = /@\{([^}]+)\}/g;
const STEP = /\.?([^.[\]]+)|\[(\d+)\]/g;

/**
 * Replaces `@{refId.path}` in url and body by what earlier subrequests answered: `.` takes a field, `[]` indexes a
 * list (REST guide, "Composite Subrequest").
 */
export function replaceReferences(url: string, body: unknown, answers: Answers): Replaced {
  let missing: string | undefined;
  const valueOf = (reference: string): unknown => {
    const value = resolve(reference, answers);
    if (value === undefined || value === null) {
      const name = /^[^.[]+/.exec(reference)?.[0] ?? reference;
      missing ??= `Invalid reference specified. No value for ${reference} found in ${name}`;
    }
    return value;
  };
  const inText = (text: string): unknown => {
    const whole = /^@\{([^}]+)\}$/.exec(text);
    if (whole) return valueOf(whole[1]!);
    return text.replace(REFERENCE, (_all, reference: string) => String(valueOf(reference)));
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return value.includes('@{') ? inText(value) : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
  };
  const replaced = { url: String(walk(url)), body: walk(body) };
  return missing === undefined ? replaced : { missing };
}

function resolve(reference: string, answers: Answers): unknown {
  const steps = [...reference.matchAll(STEP)].map((match) => match[1] ?? Number(match[2]));
  let value: unknown = answers.get(String(steps.shift()));
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
