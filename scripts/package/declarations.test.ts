import { describe, expect, it } from 'vitest';
import { packageOf } from '../metadata/package.ts';
import { apexMethodsOf } from './apex-methods.ts';
import { declarationsOf } from './declarations.ts';

const source = `
public with sharing class ProfileList {
  @AuraEnabled(cacheable=true)
  public static List<Profile> find(String words, Integer most) { return null; }

  @AuraEnabled
  public static Map<Id, Boolean> flags(Set<Id> ids, Map<String, String> options) { return null; }

  public static void hidden(String words) {}
}`;

describe('declarations of what components import', () => {
  it('know the arguments and the result of Apex methods, and no method that is not for components', () => {
    expect(apexMethodsOf(source)).toEqual([
      {
        name: 'find',
        result: 'readonly unknown[]',
        parameters: [
          { name: 'words', type: 'string' },
          { name: 'most', type: 'number' },
        ],
      },
      {
        name: 'flags',
        result: 'Readonly<Record<string, boolean>>',
        parameters: [
          { name: 'ids', type: 'readonly string[]' },
          { name: 'options', type: 'Readonly<Record<string, string>>' },
        ],
      },
    ]);
  });

  it('name each method of a class as a module', () => {
    const written = declarationsOf(packageOf([]).pack, [{ name: 'ProfileList', text: source }]);
    expect(written).toContain("declare module '@salesforce/apex/ProfileList.find'");
    expect(written).toContain('words: string; most: number');
    expect(written).not.toContain('hidden');
  });
});
