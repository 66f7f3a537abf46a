import { z } from 'zod';
import type { Settings } from '../kernel/settings.ts';

/** Behaviours that are unproven, rare or changed over time; the README's table says why each default was chosen. */
export const quirksSchema = z.object({
  idForms: z.enum(['strict', 'tolerant']).default('strict'),
  ifMatchOnContacts: z.boolean().default(true),
  changeKeyDrift: z.boolean().default(false),
  displayNameRegenerated: z.boolean().default(true),
  unparsableAddress: z.enum(['keep', 'drop']).default('keep'),
  deltaEmptyFirstPage: z.boolean().default(false),
  deltaReplays: z.boolean().default(false),
  deltaTop: z.enum(['refuse', 'cap']).default('refuse'),
  deltaSelectOnDefaultFolder: z.enum(['accept', 'refuse']).default('accept'),
  movedBackIsLost: z.boolean().default(false),
  lastDeleteSilent: z.boolean().default(false),
  deletedItemsVisible: z.boolean().default(false),
  folderExists: z.enum(['refuse', 'allow']).default('refuse'),
  folderGhosts: z.boolean().default(false),
  retryAfter: z.enum(['integer', 'fractional', 'absent', 'cycle']).default('integer'),
  batchOverflow: z.boolean().default(false),
  batchShuffled: z.boolean().default(true),
  changeKeyDriftOnEvents: z.boolean().default(true),
  relativeSeveralDays: z.enum(['together', 'each']).default('together'),
  recurrenceStart: z.enum(['refuse', 'accept']).default('refuse'),
  exceptionsDroppedBy: z.enum(['pattern', 'patternOrTime', 'nothing']).default('pattern'),
  joinBlockLost: z.enum(['endsMeeting', 'keepsMeeting']).default('endsMeeting'),
  attendeeCopyEdits: z.enum(['refuse', 'keep']).default('refuse'),
  equalPatchMails: z.boolean().default(true),
  secondEventDelete: z.enum(['invalidRequest', 'notFound']).default('invalidRequest'),
  eventsListExceptions: z.boolean().default(false),
  viewDeltaSelect: z.enum(['ignore', 'refuse']).default('ignore'),
  viewDeltaMastersMissing: z.boolean().default(false),
  viewDeltaWholeSeries: z.boolean().default(true),
});

/** Numbers that bound requests and values. */
export const limitsSchema = z.object({
  concurrency: z.int().positive().default(4),
  requestsPerWindow: z.int().positive().default(10_000),
  windowSeconds: z.number().positive().default(600),
  uploadBytes: z
    .int()
    .positive()
    .default(150 * 1024 * 1024),
  uploadWindowSeconds: z.number().positive().default(300),
  concurrencyRetryAfter: z.number().nonnegative().default(1),
  batchMembers: z.int().positive().default(20),
  pageDefault: z.int().positive().default(10),
  pageMax: z.int().positive().default(1000),
  deltaPageMax: z.int().positive().default(100),
  cursorGenerations: z.int().positive().default(3),
  stringLimit: z.int().positive().default(255),
  emailAddresses: z.int().positive().default(3),
  phones: z.int().positive().default(2),
  imAddresses: z.int().positive().default(3),
  attendees: z.int().positive().default(500),
  viewDays: z.int().positive().default(1825),
  instancesYears: z.int().positive().default(5),
  tokenSeconds: z.int().positive().default(3599),
});

export type Quirks = z.output<typeof quirksSchema>;
export type Limits = z.output<typeof limitsSchema>;
export type ExchangeSettings = Readonly<Settings<Quirks, Limits>>;

/** The circumstances under which a change happens. */
export interface Moment {
  now: Date;
  quirks: Quirks;
  limits: Limits;
}
