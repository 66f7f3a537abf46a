import configurations from '@salesforce/label/c.Tandem_Configurations';
import create from '@salesforce/label/c.Tandem_Configuration_New';
import createFailed from '@salesforce/label/c.Tandem_Setup_Create_Failed';
import createName from '@salesforce/label/c.Tandem_Setup_Create_Name';
import deactivate from '@salesforce/label/c.Tandem_Deactivate';
import deactivateConfirm from '@salesforce/label/c.Tandem_Setup_Deactivate_Confirm';
import editorFailed from '@salesforce/label/c.Tandem_Part_Failed';
import failed from '@salesforce/label/c.Tandem_Setup_Failed';
import guide from '@salesforce/label/c.Tandem_Setup_Guide';
import loading from '@salesforce/label/c.Tandem_Loading';
import remove from '@salesforce/label/c.Tandem_Setup_Delete';
import removeConfirm from '@salesforce/label/c.Tandem_Setup_Delete_Confirm';
import removeFailed from '@salesforce/label/c.Tandem_Setup_Delete_Failed';
import saveFailed from '@salesforce/label/c.Tandem_Setup_Save_Failed';
import title from '@salesforce/label/c.Tandem_Setup_Title';
import unknownPerson from '@salesforce/label/c.Tandem_Unknown_Person';

export const labels = {
  configurations,
  create,
  createFailed,
  createName,
  deactivate,
  deactivateConfirm,
  editorFailed,
  failed,
  guide,
  loading,
  remove,
  removeConfirm,
  removeFailed,
  saveFailed,
  title,
  unknownPerson,
};
