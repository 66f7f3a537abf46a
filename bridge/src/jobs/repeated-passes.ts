/** How soon passes that ask for another one are repeated. */
export interface RepeatedPasses {
  /** A pass of the mailbox asks for another one: in how many seconds that may begin. */
  asked(mailbox: string): number;
  /** A pass of the mailbox asked for none. */
  ended(mailbox: string): void;
}

const soonSeconds = 2;
const mostSeconds = 60;
const soonPasses = 5;

/**
 * The first five passes in a row that ask for another one are repeated at once, later ones after twice as long each time: what Salesforce
 * refuses every time, as rows of Tandem's own, is tried without end, and would use up the org's API requests.
 */
export function createRepeatedPasses(): RepeatedPasses {
  const inARow = new Map<string, number>();
  return {
    asked(mailbox) {
      const passes = (inARow.get(mailbox) ?? 0) + 1;
      inARow.set(mailbox, passes);
      return Math.min(mostSeconds, soonSeconds * 2 ** Math.max(0, passes - soonPasses));
    },
    ended: (mailbox) => void inARow.delete(mailbox),
  };
}
