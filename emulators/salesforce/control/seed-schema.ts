import { z } from 'zod';
import { normaliseId } from '../store/ids.ts';

const record = z.record(z.string(), z.unknown());
const permissions = z.record(z.string(), z.boolean());
const grants = {
  ref: z.string().optional(),
  userPermissions: z.array(z.string()).default([]),
  objects: z.record(z.string(), permissions).default({}),
  /** Fields by object and name, for example `Contact.Title`. */
  fields: z.record(z.string(), z.enum(['none', 'read', 'edit'])).default({}),
};
const action = z.enum(['Allow', 'Alert', 'Block']);

/** The body of `POST /_control/seed`. */
export const seedSchema = z.strictObject({
  organization: z
    .strictObject({
      id: z
        .string()
        .refine((id) => normaliseId(id)?.startsWith('00D'), 'not an organization id')
        .optional(),
      Name: z.string().optional(),
      TimeZoneSidKey: z.string().optional(),
      middleNames: z.boolean().optional(),
      suffixes: z.boolean().optional(),
      personAccounts: z.boolean().optional(),
      stateCountryPicklists: z.boolean().optional(),
      sharedActivities: z.boolean().optional(),
    })
    .optional(),
  apps: z
    .array(
      z.strictObject({
        clientId: z.string(),
        certificatePem: z.string(),
        policy: z.enum(['preauthorized', 'selfAuthorize']).default('preauthorized'),
        profiles: z.array(z.string()).default([]),
        permissionSets: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  customFields: z
    .array(
      z.strictObject({
        object: z.string(),
        fullName: z.string().regex(/__c$/),
        type: z.string(),
        label: z.string().optional(),
        length: z.int().optional(),
        precision: z.int().optional(),
        scale: z.int().optional(),
        required: z.boolean().optional(),
        unique: z.boolean().optional(),
        caseSensitive: z.boolean().optional(),
        externalId: z.boolean().optional(),
        defaultValue: z.string().optional(),
        values: z
          .array(
            z.object({ fullName: z.string(), label: z.string().optional(), default: z.boolean().optional() }),
          )
          .optional(),
        restricted: z.boolean().optional(),
        referenceTo: z.string().optional(),
        relationshipName: z.string().optional(),
        formula: z.string().optional(),
        /** Names of permission sets or labels of profiles; every profile when left out. */
        visibleTo: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  profiles: z.array(z.strictObject({ ...grants, Name: z.string() })).default([]),
  permissionSets: z
    .array(z.strictObject({ ...grants, Name: z.string(), Label: z.string().optional() }))
    .default([]),
  permissionSetGroups: z
    .array(
      z.strictObject({
        ref: z.string().optional(),
        DeveloperName: z.string(),
        /** Its members, by name. */
        permissionSets: z.array(z.string()),
      }),
    )
    .default([]),
  validationRules: z
    .array(
      z.strictObject({
        object: z.string(),
        name: z.string(),
        active: z.boolean().default(true),
        formula: z.string(),
        message: z.string(),
        field: z.string().optional(),
      }),
    )
    .default([]),
  duplicateRules: z
    .array(
      z.strictObject({
        name: z.string(),
        object: z.enum(['Account', 'Contact', 'Lead']),
        onCreate: action.default('Alert'),
        onEdit: action.default('Alert'),
        message: z.string().default('Use one of these records?'),
        matchingRule: z.string().default('Matching_Rule'),
        match: z
          .array(
            z.strictObject({ field: z.string(), method: z.enum(['Exact', 'FuzzyName']).default('Exact') }),
          )
          .min(1),
        sharing: z.enum(['enforce', 'bypass']).default('enforce'),
        active: z.boolean().default(true),
      }),
    )
    .default([]),
  recordTypes: z
    .array(
      z.strictObject({
        ref: z.string().optional(),
        object: z.enum(['Account', 'Contact', 'Lead']),
        developerName: z.string(),
        label: z.string().optional(),
        active: z.boolean().default(true),
        /** Names of permission sets or labels of profiles; everybody when left out. */
        visibleTo: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  roles: z.array(record).default([]),
  calendars: z.array(record).default([]),
  users: z.array(record).default([]),
  accounts: z.array(record).default([]),
  contacts: z.array(record).default([]),
  leads: z.array(record).default([]),
  events: z.array(record).default([]),
  records: z.record(z.string(), z.array(record)).default({}),
});

export type SeedInput = z.input<typeof seedSchema>;
export type Seed = z.output<typeof seedSchema>;
