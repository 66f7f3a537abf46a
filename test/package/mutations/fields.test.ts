import { describe } from 'vitest';
import { itReports, label } from './mutant.ts';

const OBJECTS = 'main/default/objects';
const SCOPE = `${OBJECTS}/Tandem_Link__c/fields/Scope__c.field-meta.xml`;
const STATE = `${OBJECTS}/Tandem_Link__c/fields/State__c.field-meta.xml`;
const LINK = `${OBJECTS}/Tandem_Issue__c/fields/Link__c.field-meta.xml`;
const BOX = `${OBJECTS}/Tandem_Link__c/fields/Mailbox__c.field-meta.xml`;
const BACK = `${OBJECTS}/Tandem_Configuration__c/fields/Window_Days_Back__c.field-meta.xml`;
const MASTER = `${OBJECTS}/Tandem_Assignment__c/fields/Configuration__c.field-meta.xml`;

describe('a field or text that the platform would refuse is reported:', () => {
  itReports([
    ['a field without label', SCOPE, label('Scope'), '', 'Scope__c lacks <label>', 'root'],
    [
      'a field with an empty help text',
      SCOPE,
      'The folder or calendar that the item is in.',
      '',
      'Scope__c lacks <inlineHelpText>',
      'root',
    ],
    [
      'a label that is too long',
      SCOPE,
      label('Scope'),
      label('S'.repeat(41)),
      '<label> has 41 characters, more than 40',
    ],
    ['a description of two lines', SCOPE, 'Which folder', 'Which\nfolder', '<description> has line breaks'],
    ['a text without length', SCOPE, '    <length>40</length>\n', '', 'Scope__c lacks <length>', 'root'],
    [
      'a text that is too long for its type',
      SCOPE,
      '<length>40<',
      '<length>400<',
      'has a <length> outside 1 to 255',
    ],
    [
      'a number without precision',
      BACK,
      '    <precision>3</precision>\n',
      '',
      'Window_Days_Back__c lacks <precision>',
      'root',
    ],
    ['a scale above the precision', BACK, '<scale>0<', '<scale>4<', 'has a <scale> above its <precision>'],
    [
      'a name that the platform refuses',
      SCOPE,
      '<fullName>Scope__c<',
      '<fullName>Scope<',
      '<fullName> is "Scope", but the file is named Scope__c',
      'root',
    ],
    [
      'a lookup without relationship name',
      LINK,
      '    <relationshipName>Tandem_Issues</relationshipName>\n',
      '',
      'Link__c lacks <relationshipName>',
      'root',
    ],
    [
      'a lookup to an object that does not exist',
      LINK,
      '<referenceTo>Tandem_Link__c<',
      '<referenceTo>Tandem_Lnk__c<',
      'points to Tandem_Lnk__c, which does not exist',
    ],
    [
      'a relationship name that is taken',
      BOX,
      '<relationshipName>Tandem_Links<',
      '<relationshipName>Tandem_Issues<',
      'has the relationship Tandem_Mailbox__c.Tandem_Issues',
    ],
    [
      'a master-detail field that says required',
      MASTER,
      '    <type>',
      '    <required>true</required>\n    <type>',
      'takes no <required>',
    ],
    [
      'a detail with a sharing model of its own',
      `${OBJECTS}/Tandem_Filter__c/Tandem_Filter__c.object-meta.xml`,
      '<sharingModel>ControlledByParent<',
      '<sharingModel>Private<',
      'must be ControlledByParent',
    ],
    [
      'a picklist that takes other values',
      STATE,
      '<restricted>true<',
      '<restricted>false<',
      'must be <restricted>',
      -1,
    ],
    [
      'a picklist value that nobody knows',
      STATE,
      '<fullName>Live<',
      '<fullName>Alive<',
      'must have the values Live, Suppressed, not Alive, Suppressed',
      -5,
    ],
  ]);
});
