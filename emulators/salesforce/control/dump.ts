import type { Emulator } from '../state.ts';

/** All rows by object, deleted ones included; keys that are null are left out. */
export function dump(emulator: Emulator, objects?: readonly string[]): object {
  const { org, organizationId, adminId, refs } = emulator.state();
  org.settle();
  const wanted = objects && new Set(objects.map((name) => name.toLowerCase()));
  const rows: Record<string, unknown[]> = {};
  for (const type of org.schema.objects) {
    if (wanted && !wanted.has(type.name.toLowerCase())) continue;
    rows[type.name] = [...org.table(type).all()];
  }
  return {
    now: org.now().toISOString(),
    organizationId,
    adminId,
    refs: Object.fromEntries(refs),
    locked: org.locks.ids(),
    deletions: org.deletions.map(({ object, id, at }) => ({ object, id, at })),
    objects: rows,
  };
}
