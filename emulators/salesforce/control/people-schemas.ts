import { z } from 'zod';

const who = { as: z.string().optional(), lateBy: z.number().nonnegative().optional() };
const fields = z.record(z.string(), z.unknown());
const level = z.enum(['Read', 'Edit', 'All']);

/** The bodies of `POST /_control/people/…`; ids, users and `as` may be `@name` of a seeded record. */
export const peopleSchemas = {
  create: z.strictObject({ ...who, object: z.string(), fields }),
  update: z.strictObject({ ...who, id: z.string(), fields }),
  delete: z.strictObject({ ...who, id: z.string() }),
  undelete: z.strictObject({ ...who, id: z.string() }),
  merge: z.strictObject({
    ...who,
    masterId: z.string(),
    loserIds: z.array(z.string()),
    fields: fields.default({}),
  }),
  convertLead: z.strictObject({
    ...who,
    id: z.string(),
    accountId: z.string().optional(),
    contactId: z.string().optional(),
  }),
  share: z.strictObject({ ...who, id: z.string(), user: z.string(), level: level.default('Read') }),
  unshare: z.strictObject({ ...who, id: z.string(), user: z.string() }),
  follow: z.strictObject({ ...who, id: z.string() }),
  unfollow: z.strictObject({ ...who, id: z.string() }),
  deactivate: z.strictObject({ ...who, user: z.string() }),
  activate: z.strictObject({ ...who, user: z.string() }),
  lock: z.strictObject({ id: z.string(), seconds: z.number().positive().optional() }),
  unlock: z.strictObject({ id: z.string() }),
  query: z.strictObject({ as: z.string().optional(), soql: z.string(), all: z.boolean().default(false) }),
};

export type PeopleAction = keyof typeof peopleSchemas;
export type PeopleInput = { [Action in PeopleAction]: z.input<(typeof peopleSchemas)[Action]> };
export type PeopleBody<Action extends PeopleAction> = z.output<(typeof peopleSchemas)[Action]>;
