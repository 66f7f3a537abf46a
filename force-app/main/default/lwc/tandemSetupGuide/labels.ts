import activate from '@salesforce/label/c.Tandem_Activate';
import activateAnyway from '@salesforce/label/c.Tandem_Guide_Activate_Anyway';
import activation from '@salesforce/label/c.Tandem_Guide_Activation';
import activationDone from '@salesforce/label/c.Tandem_Guide_Activation_Done';
import activationEffect from '@salesforce/label/c.Tandem_Guide_Activation_Effect';
import activationNone from '@salesforce/label/c.Tandem_Guide_Activation_None';
import activeHint from '@salesforce/label/c.Tandem_Guide_Active_Hint';
import attention from '@salesforce/label/c.Tandem_Guide_Attention';
import bridge from '@salesforce/label/c.Tandem_Guide_Bridge';
import bridgeDone from '@salesforce/label/c.Tandem_Guide_Bridge_Done';
import bridgeNone from '@salesforce/label/c.Tandem_Guide_Bridge_None';
import bridgeRepairAsk from '@salesforce/label/c.Tandem_Bridge_Repair_Ask';
import bridgeRepairDoctor from '@salesforce/label/c.Tandem_Bridge_Repair_Doctor';
import bridgeRepairLost from '@salesforce/label/c.Tandem_Bridge_Repair_Lost';
import bridgeRepairUser from '@salesforce/label/c.Tandem_Bridge_Repair_User';
import bridgeSilent from '@salesforce/label/c.Tandem_Guide_Bridge_Silent';
import bridgeStartDoctor from '@salesforce/label/c.Tandem_Bridge_Start_Doctor';
import bridgeStartInstall from '@salesforce/label/c.Tandem_Bridge_Start_Install';
import bridgeStartRun from '@salesforce/label/c.Tandem_Bridge_Start_Run';
import bridgeStartUser from '@salesforce/label/c.Tandem_Bridge_Start_User';
import configuration from '@salesforce/label/c.Tandem_Guide_Configuration';
import configurationDone from '@salesforce/label/c.Tandem_Guide_Configuration_Done';
import configurationFirst from '@salesforce/label/c.Tandem_Guide_Configuration_First';
import configurationHint from '@salesforce/label/c.Tandem_Guide_Configuration_Hint';
import configurationNobody from '@salesforce/label/c.Tandem_Guide_Configuration_Nobody';
import configurationNone from '@salesforce/label/c.Tandem_Guide_Configuration_None';
import create from '@salesforce/label/c.Tandem_Configuration_New';
import done from '@salesforce/label/c.Tandem_Guide_Done';
import edit from '@salesforce/label/c.Tandem_Guide_Edit';
import intro from '@salesforce/label/c.Tandem_Guide_Intro';
import mappings from '@salesforce/label/c.Tandem_Guide_Mappings';
import mappingsChanged from '@salesforce/label/c.Tandem_Guide_Mappings_Changed';
import mappingsDefault from '@salesforce/label/c.Tandem_Guide_Mappings_Default';
import mappingsHint from '@salesforce/label/c.Tandem_Guide_Mappings_Hint';
import next from '@salesforce/label/c.Tandem_Guide_Next';
import openMappings from '@salesforce/label/c.Tandem_Guide_Open_Mappings';
import partFailed from '@salesforce/label/c.Tandem_Part_Failed';
import peopleFirst from '@salesforce/label/c.Tandem_Guide_People_First';
import preview from '@salesforce/label/c.Tandem_Guide_Preview';
import previewDone from '@salesforce/label/c.Tandem_Guide_Preview_Done';
import previewNone from '@salesforce/label/c.Tandem_Guide_Preview_None';
import previewProblems from '@salesforce/label/c.Tandem_Guide_Preview_Problems';
import previewStale from '@salesforce/label/c.Tandem_Preview_Stale';
import progress from '@salesforce/label/c.Tandem_Guide_Progress';
import step from '@salesforce/label/c.Tandem_Guide_Step';
import test from '@salesforce/label/c.Tandem_Guide_Test';
import testAbout from '@salesforce/label/c.Tandem_Guide_Test_About';
import testDone from '@salesforce/label/c.Tandem_Guide_Test_Done';
import testFailed from '@salesforce/label/c.Tandem_Guide_Test_Failed';
import testNone from '@salesforce/label/c.Tandem_Guide_Test_None';
import todo from '@salesforce/label/c.Tandem_Guide_To_Do';
import toStatus from '@salesforce/label/c.Tandem_Guide_To_Status';
import unknownPerson from '@salesforce/label/c.Tandem_Unknown_Person';
import warnInactive from '@salesforce/label/c.Tandem_Warn_Inactive';
import warnNobody from '@salesforce/label/c.Tandem_Warn_Nobody';
import warnNoPreview from '@salesforce/label/c.Tandem_Warn_No_Preview';
import warnOff from '@salesforce/label/c.Tandem_Warn_Off';
import warnProblems from '@salesforce/label/c.Tandem_Warn_Problems';
import warnStale from '@salesforce/label/c.Tandem_Warn_Stale';
import warnStorage from '@salesforce/label/c.Tandem_Warn_Storage';
import warnTest from '@salesforce/label/c.Tandem_Warn_Test';
import whichConfiguration from '@salesforce/label/c.Tandem_Guide_Which';

export const labels = {
  activate,
  activateAnyway,
  activation,
  activationDone,
  activationEffect,
  activationNone,
  activeHint,
  attention,
  bridge,
  bridgeDone,
  bridgeNone,
  bridgeSilent,
  configuration,
  configurationDone,
  configurationFirst,
  configurationHint,
  configurationNobody,
  configurationNone,
  create,
  done,
  edit,
  intro,
  mappings,
  mappingsChanged,
  mappingsDefault,
  mappingsHint,
  next,
  openMappings,
  partFailed,
  peopleFirst,
  preview,
  previewDone,
  previewNone,
  previewProblems,
  previewStale,
  progress,
  step,
  test,
  testAbout,
  testDone,
  testFailed,
  testNone,
  toStatus,
  todo,
  unknownPerson,
  warnInactive,
  warnNobody,
  warnNoPreview,
  warnOff,
  warnProblems,
  warnStale,
  warnStorage,
  warnTest,
  whichConfiguration,
  bridgeRepair: [bridgeRepairAsk, bridgeRepairDoctor, bridgeRepairUser, bridgeRepairLost],
  bridgeStart: [bridgeStartUser, bridgeStartInstall, bridgeStartDoctor, bridgeStartRun],
};
