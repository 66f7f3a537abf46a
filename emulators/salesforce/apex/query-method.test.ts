import { expect, test } from 'vitest';
import { queryMethodsOf } from './query-method.ts';

test('a method that gives what a query in user mode finds is known by its query', () => {
  const source = `public with sharing class People {
    @AuraEnabled(cacheable=true)
    public static List<User> getUsers() {
      return [SELECT Id FROM User
        WITH USER_MODE LIMIT 5];
    }
  }`;
  expect([...queryMethodsOf(source)]).toEqual([['getUsers', 'SELECT Id FROM User LIMIT 5']]);
});

test('a method may have parameters', () => {
  const source = `@AuraEnabled(cacheable=true)
    public static List<User> getUsers(Id managerId) {
      return [SELECT Id FROM User WHERE ManagerId = :managerId WITH USER_MODE];
    }`;
  expect([...queryMethodsOf(source)]).toEqual([
    ['getUsers', 'SELECT Id FROM User WHERE ManagerId = :managerId'],
  ]);
});

test.each([
  ['runs without the rights of the user', 'return [SELECT Id FROM User];'],
  ['does more than to ask', 'update accounts; return [SELECT Id FROM User WITH USER_MODE];'],
])('a method that %s is not', (_what, body) => {
  const source = `@AuraEnabled public static List<User> getUsers() { ${body} }`;
  expect(queryMethodsOf(source).size).toBe(0);
});
