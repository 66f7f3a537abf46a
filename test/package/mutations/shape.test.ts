import { describe } from 'vitest';
import { itReports } from './mutant.ts';

const OBJECTS = 'main/default/objects';
const LINK = `${OBJECTS}/Tandem_Link__c/Tandem_Link__c.object-meta.xml`;
const KEY = `${OBJECTS}/Tandem_Link__c/fields/Link_Key__c.field-meta.xml`;
const SCOPE = `${OBJECTS}/Tandem_Link__c/fields/Scope__c.field-meta.xml`;
const STATE = `${OBJECTS}/Tandem_Link__c/fields/State__c.field-meta.xml`;
const LIVE_RULE = `${OBJECTS}/Tandem_Link__c/validationRules/Live_Has_No_Reason.validationRule-meta.xml`;

describe('an element or value that the Metadata API does not take is reported:', () => {
  itReports([
    [
      'an unknown element in an object',
      LINK,
      '<enableFeeds>false</enableFeeds>',
      '<enableFeed>false</enableFeed>',
      '<enableFeed> is not an element of CustomObject',
    ],
    [
      'an unknown sharing model',
      LINK,
      '<sharingModel>Private<',
      '<sharingModel>Secret<',
      '<sharingModel> must be one of Private, Read',
    ],
    [
      'a boolean in words',
      LINK,
      '<enableSearch>false<',
      '<enableSearch>no<',
      '<enableSearch> must be true or false, not "no"',
    ],
    ['a number in words', KEY, '<length>255<', '<length>many<', '<length> must be a number, not "many"'],
    [
      'an element that is there twice',
      KEY,
      '<required>true</required>',
      '<required>true</required>\n    <required>true</required>',
      '<required> may be in CustomField only once',
      1,
    ],
    [
      'an element out of order',
      SCOPE,
      '    <fullName>Scope__c</fullName>\n',
      '    <unique>false</unique>\n    <fullName>Scope__c</fullName>\n',
      '<fullName> belongs before <unique>',
      1,
    ],
    [
      'elements where a value belongs',
      SCOPE,
      '<length>40</length>',
      '<length><value>40</value></length>',
      '<length> takes a plain value',
    ],
    [
      'text between elements',
      LIVE_RULE,
      '<active>true</active>',
      'active<active>true</active>',
      '<ValidationRule> holds text',
      -2,
    ],
    [
      'a wrong namespace',
      KEY,
      'http://soap.sforce.com/2006/04/metadata',
      'http://soap.sforce.com/2006/04/tooling',
      'must have xmlns',
    ],
    ['a closing tag that does not match', KEY, '</length>', '</lenght>', 'is not well-formed XML'],
    ['a file that ends early', STATE, '</CustomField>\n', '', 'is not well-formed XML'],
  ]);
});
