import type { Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { expandClassic, followClassic } from '../series/classic.ts';
import { expandLightning, followLightning } from '../series/lightning.ts';
import type { Act, Org } from '../store/org.ts';
import type { Row } from '../store/table.ts';
import { followParent } from './children.ts';
import { followRelation } from './event-relation.ts';
import { relate } from './relate.ts';
import type { Wishes } from './wishes.ts';

/** What follows from a saved event, or a saved relation of one; other objects have nothing that follows. */
export function followEvent(
  org: Org,
  type: ObjectType,
  row: Row,
  before: Row | undefined,
  wishes: Wishes,
  act: Act,
): Refusal | undefined {
  if (type.name === 'EventRelation') return followRelation(org, row, before, act);
  if (type.name !== 'Event' || row['IsChild'] === true) return undefined;
  const refusal = relate(org, row, wishes, act);
  if (refusal) return refusal;
  const event = org.table(type).get(row.Id)!;
  if (!before) return expand(org, event, wishes, act);
  followParent(org, event, before, act);
  if (act.seeding) return undefined;
  if (before['IsRecurrence2'] === true) return followLightning(org, event, before, wishes, act);
  return followClassic(org, event, before, wishes, act);
}

function expand(org: Org, event: Row, wishes: Wishes, act: Act): Refusal | undefined {
  if (event['Recurrence2PatternText'] !== undefined) return expandLightning(org, event, wishes, act);
  return event['IsRecurrence'] === true ? expandClassic(org, event, wishes, act) : undefined;
}
