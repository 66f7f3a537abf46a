import { expect, test } from 'vitest';
import { describeMethodsOf } from './describe-method.ts';

const source = (body: string) => `public with sharing class Fields {
  @AuraEnabled(cacheable=true)
  public static List<Field> getFields() {
    ${body}
  }
}`;

test('a method that gives the describes of an object is known by the object', () => {
  const body = 'return described(Schema.SObjectType.Event.fields.getMap().values());';
  expect([...describeMethodsOf(source(body))]).toEqual([['getFields', 'Event']]);
});

test('a method that does anything else is not', () => {
  expect(describeMethodsOf(source('return new List<Field>();')).size).toBe(0);
});
