import { z } from 'zod';

/** What a tester can change while the emulator runs; `Quirks` and `Limits` are each emulator's own. */
export interface Settings<Quirks, Limits> {
  /** Milliseconds that each request, or each member of a batch, takes at least. */
  latencyMs: number;
  quirks: Quirks;
  limits: Limits;
}

export interface SettingsStore<Quirks, Limits> {
  /** The settings in force; the same object until the next change. */
  current(): Readonly<Settings<Quirks, Limits>>;
  /** Merges a partial change; a problem in words when a key is unknown or a value of the wrong kind. */
  change(change: unknown): string | undefined;
  reset(): void;
}

/** Settings checked by the two schemas, each of whose keys has a default. */
export function createSettings<Quirks extends z.ZodObject, Limits extends z.ZodObject>(schemas: {
  quirks: Quirks;
  limits: Limits;
  latencyMs: number;
}): SettingsStore<z.output<Quirks>, z.output<Limits>> {
  const changeSchema = z.strictObject({
    latencyMs: z.number().nonnegative().optional(),
    quirks: z.record(z.string(), z.unknown()).optional(),
    limits: z.record(z.string(), z.unknown()).optional(),
  });
  const quirksSchema = schemas.quirks.strict();
  const limitsSchema = schemas.limits.strict();
  const initial = (): Settings<z.output<Quirks>, z.output<Limits>> => ({
    latencyMs: schemas.latencyMs,
    quirks: quirksSchema.parse({}) as z.output<Quirks>,
    limits: limitsSchema.parse({}) as z.output<Limits>,
  });
  let settings = initial();
  return {
    current: () => settings,
    change: (input) => {
      const change = changeSchema.safeParse(input);
      if (!change.success) return z.prettifyError(change.error);
      const quirks = quirksSchema.safeParse({ ...settings.quirks, ...change.data.quirks });
      if (!quirks.success) return z.prettifyError(quirks.error);
      const limits = limitsSchema.safeParse({ ...settings.limits, ...change.data.limits });
      if (!limits.success) return z.prettifyError(limits.error);
      settings = {
        latencyMs: change.data.latencyMs ?? settings.latencyMs,
        quirks: quirks.data as z.output<Quirks>,
        limits: limits.data as z.output<Limits>,
      };
      return undefined;
    },
    reset: () => {
      settings = initial();
    },
  };
}
