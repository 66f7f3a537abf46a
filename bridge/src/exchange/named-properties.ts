/** Those of these properties that a refusal's message names, in their own spelling; the service writes them in several. */
export function namedProperties(message: string, names: readonly string[]): readonly string[] {
  const words = new Set(
    [...message.matchAll(/propert(?:y|ies)\s+'?(\w+)|['":]\s*(\w+)/gi)].map((match) =>
      (match[1] ?? match[2] ?? '').toLowerCase(),
    ),
  );
  return names.filter((name) => words.has(name.toLowerCase()));
}
