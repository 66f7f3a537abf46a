/** Those outside who may attend: two have contacts, the third too and from more than one user, one is a lead, one is nobody. */
export const guests = [0, 1, 2, 3, 4].map((index) => `guest${index}@customer.test`);

/** Who invites people from outside. */
export const outsider = 'boss@customer.test';

/** The contacts and leads that those outside have in an org; the first user and the last one own them. */
export function guestRecords(users: readonly string[]): Readonly<Record<string, readonly object[]>> {
  const [first, last] = [`@${users[0]!}`, `@${users.at(-1)!}`];
  const contact = (Email: string, OwnerId: string, account = 'Acme') => ({
    LastName: Email,
    Email,
    OwnerId,
    AccountId: `@${account}`,
  });
  return {
    Contact: [
      contact(guests[0]!, first),
      contact(guests[1]!, last),
      contact(guests[2]!, first),
      ...(users.length > 1 ? [contact(guests[2]!, last, 'Beta')] : []),
      contact(outsider, first, 'Gamma'),
    ],
    Lead: [{ LastName: 'Lead', Company: 'Start-up', Email: guests[3]!, OwnerId: first }],
  };
}
