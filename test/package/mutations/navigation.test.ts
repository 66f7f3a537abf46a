import { describe } from 'vitest';
import { itReports } from './mutant.ts';

const MAIN = 'main/default';
const APP = `${MAIN}/applications/Tandem.app-meta.xml`;
const TAB = `${MAIN}/tabs/Tandem_Status.tab-meta.xml`;
const PAGE = `${MAIN}/flexipages/Tandem_Status.flexipage-meta.xml`;
const ADMIN = `${MAIN}/permissionsets/Tandem_Admin.permissionset-meta.xml`;

describe('an app, tab or page that leads nowhere is reported:', () => {
  itReports([
    ['a tab of the app', APP, '>Tandem_Status<', '>Tandem_Statsu<', 'there is no tab Tandem_Statsu'],
    [
      'the page of a tab',
      TAB,
      '>Tandem_Status<',
      '>Tandem_Statsu<',
      'there is no page Tandem_Statsu',
      'root',
    ],
    [
      'the component of a page',
      PAGE,
      '>tandemStatus<',
      '>tandemStatsu<',
      'there is no component tandemStatsu',
    ],
    ['the app of a permission set', ADMIN, '>Tandem<', '>Tandme<', 'there is no app Tandme', -1],
    [
      'the tab of a permission set',
      ADMIN,
      '>Tandem_Status<',
      '>Tandem_Statsu<',
      'there is no tab Tandem_Statsu',
      -1,
    ],
    [
      'a component on a page of a type that it is not for',
      PAGE,
      '<type>AppPage<',
      '<type>RecordPage<',
      'it lacks lightning__RecordPage',
      'elsewhere',
    ],
  ]);
});
