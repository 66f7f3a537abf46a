import { z } from 'zod';
import type { Settings } from '../kernel/settings.ts';

const sharingModel = z.enum(['Private', 'Read', 'ReadWrite', 'ControlledByParent']);

/** Switches for behaviour that is not proven or differs between orgs; see `emulators/README.md`. */
export const quirksSchema = z.object({
  lineEnds: z.enum(['keep', 'crlf', 'lf']).default('keep'),
  badCollectionItem: z.enum(['item', 'request']).default('item'),
  deleteAccount: z.enum(['cascade', 'refuse']).default('cascade'),
  queryOrder: z.enum(['insertion', 'reversed']).default('insertion'),
  lateCommitSeconds: z.number().nonnegative().default(0),
  sessionSeconds: z.number().positive().default(7200),
  requireApiEnabled: z.boolean().default(false),
  enforcePermissions: z.boolean().default(true),
  peopleRespectAccess: z.boolean().default(false),
  permissionRowsNeedViewSetup: z.boolean().default(false),
  recordAccessNeedsObjectPermissions: z.boolean().default(true),
  privateContacts: z.enum(['owner', 'sharing']).default('owner'),
  personContactEdits: z.enum(['refuse', 'throughAccount']).default('refuse'),
  activitySharing: z.enum(['Private', 'ControlledByParent']).default('Private'),
  multiDayEvents: z.boolean().default(true),
  allDayEnd: z.enum(['inclusive', 'exclusive']).default('inclusive'),
  unevenAllDay: z.enum(['refuse', 'round']).default('refuse'),
  eventStartAlone: z.enum(['keepsDuration', 'keepsEnd']).default('keepsDuration'),
  childEventsCopyCustomFields: z.boolean().default(true),
  seriesTimeZone: z.enum(['owner', 'creator']).default('owner'),
  seriesCreateGives: z.enum(['firstOccurrence', 'pattern']).default('firstOccurrence'),
  seriesTimeChange: z.enum(['recreate', 'keepIds']).default('recreate'),
  occurrencesCarryPattern: z.boolean().default(true),
  futureOccurrenceEdit: z.enum(['series', 'occurrence']).default('series'),
  privateRelations: z.enum(['refuse', 'allow']).default('refuse'),
  /** Organization-wide defaults of standard objects; custom objects carry theirs in their definition. */
  sharing: z
    .strictObject({
      Account: z.enum(['Private', 'Read', 'ReadWrite']).default('ReadWrite'),
      Contact: sharingModel.default('ControlledByParent'),
      Lead: z.enum(['Private', 'Read', 'ReadWrite']).default('ReadWrite'),
    })
    .prefault({}),
});

export const limitsSchema = z.object({
  dailyApiRequests: z.int().nonnegative().default(100_000),
  queryPageSize: z.int().positive().max(2000).default(2000),
  assertionSeconds: z.number().positive().default(300),
  endlessSeriesRows: z.int().positive().max(999).default(300),
  dataStorageMb: z.number().nonnegative().default(10_240),
});

/** What `GET /_control/settings` shows. */
export type SalesforceSettings = Settings<Quirks, Limits>;
export type Quirks = z.output<typeof quirksSchema>;
export type Limits = z.output<typeof limitsSchema>;
