import add from '@salesforce/label/c.Tandem_Mapping_Add';
import both from '@salesforce/label/c.Tandem_Mapping_Both';
import changeProperty from '@salesforce/label/c.Tandem_Mapping_Change_Property';
import check from '@salesforce/label/c.Tandem_Mapping_Check';
import chooseField from '@salesforce/label/c.Tandem_Mapping_Choose_Field';
import chooseProperty from '@salesforce/label/c.Tandem_Mapping_Choose_Property';
import direction from '@salesforce/label/c.Tandem_Mapping_Direction';
import directionOf from '@salesforce/label/c.Tandem_Mapping_Direction_Of';
import eventFixed from '@salesforce/label/c.Tandem_Mapping_Event_Fixed';
import eventFormula from '@salesforce/label/c.Tandem_Mapping_Event_Formula';
import eventHint from '@salesforce/label/c.Tandem_Mapping_Event_Hint';
import eventLocked from '@salesforce/label/c.Tandem_Mapping_Event_Locked';
import eventTitle from '@salesforce/label/c.Tandem_Mapping_Event_Title';
import eventUnknownField from '@salesforce/label/c.Tandem_Mapping_Event_Unknown_Field';
import eventUnknownProperty from '@salesforce/label/c.Tandem_Mapping_Event_Unknown_Property';
import exchange from '@salesforce/label/c.Tandem_Mapping_Exchange';
import failed from '@salesforce/label/c.Tandem_Mapping_Failed';
import faultBothWays from '@salesforce/label/c.Tandem_Mapping_Fault_Both_Ways';
import faultFixed from '@salesforce/label/c.Tandem_Mapping_Fault_Fixed';
import faultFormula from '@salesforce/label/c.Tandem_Mapping_Fault_Formula';
import faultIncomplete from '@salesforce/label/c.Tandem_Mapping_Fault_Incomplete';
import faultName from '@salesforce/label/c.Tandem_Mapping_Fault_Name';
import faultNoDay from '@salesforce/label/c.Tandem_Mapping_Fault_No_Day';
import faultNoText from '@salesforce/label/c.Tandem_Mapping_Fault_No_Text';
import faultOwned from '@salesforce/label/c.Tandem_Mapping_Fault_Owned';
import faultReadOnly from '@salesforce/label/c.Tandem_Mapping_Fault_Read_Only';
import faultShared from '@salesforce/label/c.Tandem_Mapping_Fault_Shared';
import faultTwice from '@salesforce/label/c.Tandem_Mapping_Fault_Twice';
import faultUnknownField from '@salesforce/label/c.Tandem_Mapping_Fault_Unknown_Field';
import faultUnknownProperty from '@salesforce/label/c.Tandem_Mapping_Fault_Unknown_Property';
import hint from '@salesforce/label/c.Tandem_Mapping_Hint';
import locked from '@salesforce/label/c.Tandem_Mapping_Locked';
import namePlaceholder from '@salesforce/label/c.Tandem_Mapping_Name';
import nameOf from '@salesforce/label/c.Tandem_Mapping_Name_Of';
import noteFormula from '@salesforce/label/c.Tandem_Mapping_Note_Formula';
import noteLength from '@salesforce/label/c.Tandem_Mapping_Note_Length';
import notePicklist from '@salesforce/label/c.Tandem_Mapping_Note_Picklist';
import off from '@salesforce/label/c.Tandem_Mapping_Off';
import propertyOf from '@salesforce/label/c.Tandem_Mapping_Property_Of';
import reset from '@salesforce/label/c.Tandem_Mapping_Reset';
import resetDone from '@salesforce/label/c.Tandem_Mapping_Reset_Done';
import salesforce from '@salesforce/label/c.Tandem_Mapping_Salesforce';
import title from '@salesforce/label/c.Tandem_Mapping_Title';
import toExchange from '@salesforce/label/c.Tandem_Mapping_To_Exchange';
import toSalesforce from '@salesforce/label/c.Tandem_Mapping_To_Salesforce';
import usedBy from '@salesforce/label/c.Tandem_Mapping_Used_By';
import works from '@salesforce/label/c.Tandem_Mapping_Works';
import discard from '@salesforce/label/c.Tandem_Discard';
import discardConfirm from '@salesforce/label/c.Tandem_Discard_Confirm';
import loading from '@salesforce/label/c.Tandem_Loading';
import removeOne from '@salesforce/label/c.Tandem_Remove_One';
import saveConfigurationFirst from '@salesforce/label/c.Tandem_Save_Configuration_First';
import undo from '@salesforce/label/c.Tandem_Undo';
import unsaved from '@salesforce/label/c.Tandem_Unsaved';

export const labels = {
  ...{ add, both, changeProperty, check, chooseField, chooseProperty },
  ...{ eventFixed, eventFormula, eventHint, eventLocked, eventTitle },
  ...{ eventUnknownField, eventUnknownProperty, faultName, nameOf, namePlaceholder },
  ...{ direction, directionOf, exchange, failed, faultBothWays, faultFixed, faultFormula },
  ...{ faultIncomplete, faultNoDay, faultNoText, faultOwned, faultReadOnly, faultShared, faultTwice },
  ...{ faultUnknownField, faultUnknownProperty, hint, locked, noteFormula, noteLength },
  ...{ notePicklist, off, propertyOf, reset, resetDone, salesforce },
  ...{ title, toExchange, toSalesforce, usedBy, works },
  ...{ discard, discardConfirm, loading, removeOne, saveConfigurationFirst },
  ...{ undo, unsaved },
};
