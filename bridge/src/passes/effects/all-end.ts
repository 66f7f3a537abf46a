/** What all of these come to. The others have ended too when one fails, so that nothing goes on behind the end of a pass. */
export async function allEnd<Works extends readonly unknown[]>(
  works: readonly [...Works],
): Promise<{ -readonly [Place in keyof Works]: Awaited<Works[Place]> }> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
