/**
 * A line of the bridge with the reps' names in place of their user ids. The bridge itself logs ids only, so that its log holds no
 * personal data; in the demo everybody may know.
 */
export function named(line: string, names: ReadonlyMap<string, string>): string {
  return line.replace(/(?:Mailbox of user |user )?(005\w{15})/g, (text, id: string) => names.get(id) ?? text);
}
