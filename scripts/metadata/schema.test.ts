import { describe, expect, it } from 'vitest';
import { metadataSchema, schemaOf } from './schema.ts';

describe('a schema read from type declarations', () => {
  const schema = schemaOf(`
    export type Colour = 'Red' | 'Green';
    export type Base = { fullName?: string };
    export type Car = Base & { colour: Colour; doors?: number; owners: string[] };
  `);

  it('puts inherited elements first and knows which are required or may repeat', () => {
    const car = schema('Car');
    expect(car?.kind === 'elements' && [...car.elements]).toEqual([
      ['fullName', { many: false, required: false, type: 'string' }],
      ['colour', { many: false, required: true, type: 'Colour' }],
      ['doors', { many: false, required: false, type: 'number' }],
      ['owners', { many: true, required: false, type: 'string' }],
    ]);
  });

  it('knows the values of an enumeration', () => {
    expect(schema('Colour')).toEqual({ kind: 'one of', values: ['Red', 'Green'] });
  });

  it('knows no other types', () => {
    expect(schema('Bicycle')).toBeUndefined();
  });

  it('refuses declarations of a kind that it cannot check', () => {
    expect(() => schemaOf('export type Odd = { wheel: Map<string, string> | null };')('Odd')).toThrow(
      'UnionType',
    );
  });
});

it('every type of the Metadata API that the package uses can be read', () => {
  const schema = metadataSchema();
  for (const type of ['CustomObject', 'CustomField', 'ValidationRule', 'ListView', 'PermissionSet'])
    expect(schema(type)?.kind).toBe('elements');
});
