import type { Gate } from '../access/gate.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Schema } from '../schema/schema.ts';

/** Standard objects of the emulator that User Interface API supports; profiles and permission sets are not among them. */
const standard = new Set(['Account', 'Contact', 'Lead', 'User']);

/** Whether screens can reach the object without Apex (User Interface API guide, "Supported Objects"): all custom objects, too. */
export function isSupported(type: ObjectType): boolean {
  return type.custom || standard.has(type.name);
}

/** The objects that screens show to whoever passes this gate. */
export function supportedObjects(schema: Schema, gate: Gate): ObjectType[] {
  return schema.objects.filter((type) => isSupported(type) && gate.allows(type, 'Read'));
}
