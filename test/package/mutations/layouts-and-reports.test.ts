import { describe } from 'vitest';
import { itReports } from './mutant.ts';

const LAYOUT = 'main/default/layouts/Tandem_Link__c-Link Layout.layout-meta.xml';
const REPORT_TYPE = 'main/default/reportTypes/Tandem_Issues.reportType-meta.xml';
const REPORT = 'main/default/reports/Tandem/Open_Issues_By_Reason.report-meta.xml';

describe('a layout or report that names what does not exist, or forgets something, is reported:', () => {
  itReports([
    [
      'a layout with a field that does not exist',
      LAYOUT,
      '<field>Web_Link__c<',
      '<field>Url__c<',
      'there is no field Tandem_Link__c.Url__c',
      -2,
    ],
    [
      'a layout that forgets a field',
      LAYOUT,
      '<field>Web_Link__c<',
      '<field>CreatedDate<',
      'Tandem_Link__c.Web_Link__c is not on the layout',
      'root',
    ],
    [
      'a required field that a layout does not require',
      LAYOUT,
      '<behavior>Required<',
      '<behavior>Edit<',
      'is required, so its behavior must be Required',
      -1,
    ],
    [
      'a related list by a field that does not exist',
      LAYOUT,
      '<relatedList>Tandem_Issue__c.Link__c<',
      '<relatedList>Tandem_Issue__c.Lnk__c<',
      'there is no field Tandem_Issue__c.Lnk__c to list by',
      'elsewhere',
    ],
    [
      'a report type with a field that does not exist',
      REPORT_TYPE,
      '<field>Mailbox__c.Email__c<',
      '<field>Mailbox__c.Mail__c<',
      'there is no field Tandem_Issue__c.Mailbox__c.Mail__c',
      -2,
    ],
    [
      'a report of a column that its type does not have',
      REPORT,
      '<field>Tandem_Issue__c$Item__c<',
      '<field>Tandem_Issue__c$Itm__c<',
      'Tandem_Issues__c has no column Tandem_Issue__c$Itm__c',
      -1,
    ],
    [
      'a report of a type that does not exist',
      REPORT,
      '<reportType>Tandem_Issues__c<',
      '<reportType>Tandem_Isues__c<',
      'there is no report type Tandem_Isues__c',
      'root',
    ],
  ]);
});
