import { expect, it } from 'vitest';
import { typeInWords } from './field-words.ts';
import { allFields, packageOf } from './package.ts';

/** The words for a field whose metadata has these elements. */
function wordsFor(elements: string): string[] {
  const text = `<CustomField><fullName>A__c</fullName>${elements}</CustomField>`;
  return allFields(packageOf([{ path: 'objects/B__c/fields/A__c.field-meta.xml', text }]).pack).map(
    typeInWords,
  );
}

it('says size and rules of a text', () => {
  expect(
    wordsFor(
      '<caseSensitive>true</caseSensitive><externalId>true</externalId><length>18</length><required>true</required><type>Text</type><unique>true</unique>',
    ),
  ).toEqual(['Text (18), required, unique, case-sensitive, external id']);
});

it('says digits and default of a number', () => {
  expect(
    wordsFor('<defaultValue>30</defaultValue><precision>3</precision><scale>0</scale><type>Number</type>'),
  ).toEqual(['Number (3, 0); default 30']);
});

it('says what a detail belongs to, without calling it required', () => {
  expect(wordsFor('<referenceTo>C__c</referenceTo><type>MasterDetail</type>')).toEqual(['Detail of C__c']);
});

it('lists picklist values and sets the default in bold', () => {
  const value = (name: string, preset: boolean) =>
    `<value><fullName>${name}</fullName><default>${preset}</default><label>${name}</label></value>`;
  expect(
    wordsFor(
      `<type>Picklist</type><valueSet><valueSetDefinition>${value('Keep', true)}${value('Delete', false)}</valueSetDefinition></valueSet>`,
    ),
  ).toEqual(['Picklist: **Keep**, Delete']);
});
