import type { Field } from './field.ts';
import type { ObjectType } from './object-type.ts';

interface ChildRelationship {
  readonly child: ObjectType;
  readonly field: Field;
}

/** All objects of an org. Names are looked up without regard to letter case, as the platform does. */
export interface Schema {
  readonly objects: readonly ObjectType[];
  object(name: string): ObjectType | undefined;
  field(type: ObjectType, name: string): Field | undefined;
  /** The object whose ids start with the id's first three characters. */
  ofId(id: string): ObjectType | undefined;
  /** Reference fields of any object that point at this one. */
  children(type: ObjectType): readonly ChildRelationship[];
  addObject(type: ObjectType): void;
  addField(type: ObjectType, field: Field): void;
  /** Takes away a field that is no reference. */
  removeField(type: ObjectType, name: string): void;
}

/** An empty schema to which objects and fields are added. */
export function createSchema(): Schema {
  const objects: ObjectType[] = [];
  const byName = new Map<string, ObjectType>();
  const byPrefix = new Map<string, ObjectType>();
  const childrenOf = new Map<string, ChildRelationship[]>();

  const noteReference = (child: ObjectType, field: Field) => {
    for (const target of field.type === 'reference' ? field.referenceTo : []) {
      const list = childrenOf.get(target) ?? [];
      list.push({ child, field });
      childrenOf.set(target, list);
    }
  };

  return {
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    field: (type, name) => type.fields.get(name.toLowerCase()),
    ofId: (id) => byPrefix.get(id.slice(0, 3)),
    children: (type) => childrenOf.get(type.name) ?? [],
    addObject(type) {
      objects.push(type);
      byName.set(type.name.toLowerCase(), type);
      byPrefix.set(type.keyPrefix, type);
      for (const field of type.fields.values()) noteReference(type, field);
    },
    addField(type, field) {
      type.fields.set(field.name.toLowerCase(), field);
      noteReference(type, field);
    },
    removeField: (type, name) => void type.fields.delete(name.toLowerCase()),
  };
}
