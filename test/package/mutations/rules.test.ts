import { describe } from 'vitest';
import { itReports } from './mutant.ts';

const OBJECTS = 'main/default/objects';
const LIVE_RULE = `${OBJECTS}/Tandem_Link__c/validationRules/Live_Has_No_Reason.validationRule-meta.xml`;
const RANGE_RULE = `${OBJECTS}/Tandem_Configuration__c/validationRules/Window_Days_Back_Range.validationRule-meta.xml`;
const VIEW = `${OBJECTS}/Tandem_Mailbox__c/listViews/Failing_Mailboxes.listView-meta.xml`;

describe('a rule or list view that names what does not exist is reported:', () => {
  itReports([
    [
      'a validation rule without message',
      LIVE_RULE,
      '    <errorMessage>A live link has no reason. Clear the reason, or make the link suppressed.</errorMessage>\n',
      '',
      '<ValidationRule> lacks <errorMessage>',
      'root',
    ],
    [
      'a formula over a field that does not exist',
      RANGE_RULE,
      'OR(Window_Days_Back__c',
      'OR(Days_Back__c',
      'there is no field Days_Back__c',
      -1,
    ],
    ['a formula with an unknown function', RANGE_RULE, 'OR(', 'XOR(', 'there is no function XOR', -1],
    [
      'a formula with an operator torn apart',
      LIVE_RULE,
      'AND(',
      'AND(1 &lt; &gt; 2, ',
      'an operator is torn apart',
    ],
    [
      'a formula with an unknown picklist value',
      LIVE_RULE,
      '"Live"',
      '"Alive"',
      'State__c has no value Alive',
    ],
    ['a formula with an open bracket', LIVE_RULE, '"")))<', '""))<', 'the brackets do not match'],
    [
      'a message at a field that does not exist',
      LIVE_RULE,
      '<errorDisplayField>Reason__c<',
      '<errorDisplayField>Why__c<',
      'Tandem_Link__c has no field Why__c',
    ],
    [
      'a list view of a field that does not exist',
      VIEW,
      '<columns>Open_Issues__c<',
      '<columns>Issues__c<',
      'Tandem_Mailbox__c has no field Issues__c',
    ],
    [
      'a list view filtered by an unknown value',
      VIEW,
      '<value>Failing<',
      '<value>Broken<',
      'has no value Broken',
      -3,
    ],
    ['a list view with a missing filter', VIEW, '1 OR 2', '1 OR 3', 'there is no filter 3'],
  ]);
});
