import assistant from '@salesforce/label/c.Tandem_Property_Assistant';
import birthday from '@salesforce/label/c.Tandem_Property_Birthday';
import body from '@salesforce/label/c.Tandem_Property_Body';
import businessCity from '@salesforce/label/c.Tandem_Property_Business_City';
import businessCountry from '@salesforce/label/c.Tandem_Property_Business_Country';
import businessPhone from '@salesforce/label/c.Tandem_Property_Business_Phone';
import businessPostalCode from '@salesforce/label/c.Tandem_Property_Business_Postal_Code';
import businessState from '@salesforce/label/c.Tandem_Property_Business_State';
import businessStreet from '@salesforce/label/c.Tandem_Property_Business_Street';
import categories from '@salesforce/label/c.Tandem_Property_Categories';
import company from '@salesforce/label/c.Tandem_Property_Company';
import department from '@salesforce/label/c.Tandem_Property_Department';
import email from '@salesforce/label/c.Tandem_Property_Email';
import firstName from '@salesforce/label/c.Tandem_Property_First_Name';
import homeCity from '@salesforce/label/c.Tandem_Property_Home_City';
import homeCountry from '@salesforce/label/c.Tandem_Property_Home_Country';
import homePhone from '@salesforce/label/c.Tandem_Property_Home_Phone';
import homePostalCode from '@salesforce/label/c.Tandem_Property_Home_Postal_Code';
import homeState from '@salesforce/label/c.Tandem_Property_Home_State';
import homeStreet from '@salesforce/label/c.Tandem_Property_Home_Street';
import im from '@salesforce/label/c.Tandem_Property_Im';
import initials from '@salesforce/label/c.Tandem_Property_Initials';
import jobTitle from '@salesforce/label/c.Tandem_Property_Job_Title';
import lastName from '@salesforce/label/c.Tandem_Property_Last_Name';
import location from '@salesforce/label/c.Tandem_Property_Location';
import manager from '@salesforce/label/c.Tandem_Property_Manager';
import middleName from '@salesforce/label/c.Tandem_Property_Middle_Name';
import mobile from '@salesforce/label/c.Tandem_Property_Mobile';
import named from '@salesforce/label/c.Tandem_Property_Named';
import nickname from '@salesforce/label/c.Tandem_Property_Nickname';
import notes from '@salesforce/label/c.Tandem_Property_Notes';
import office from '@salesforce/label/c.Tandem_Property_Office';
import otherCity from '@salesforce/label/c.Tandem_Property_Other_City';
import otherCountry from '@salesforce/label/c.Tandem_Property_Other_Country';
import otherPostalCode from '@salesforce/label/c.Tandem_Property_Other_Postal_Code';
import otherState from '@salesforce/label/c.Tandem_Property_Other_State';
import otherStreet from '@salesforce/label/c.Tandem_Property_Other_Street';
import privateEvent from '@salesforce/label/c.Tandem_Property_Private';
import profession from '@salesforce/label/c.Tandem_Property_Profession';
import reminder from '@salesforce/label/c.Tandem_Property_Reminder';
import showAs from '@salesforce/label/c.Tandem_Property_Show_As';
import spouse from '@salesforce/label/c.Tandem_Property_Spouse';
import start from '@salesforce/label/c.Tandem_Property_Start';
import subject from '@salesforce/label/c.Tandem_Property_Subject';
import suffix from '@salesforce/label/c.Tandem_Property_Suffix';
import title from '@salesforce/label/c.Tandem_Property_Title';
import webPage from '@salesforce/label/c.Tandem_Property_Web_Page';
import yomiCompany from '@salesforce/label/c.Tandem_Property_Yomi_Company';
import yomiFirstName from '@salesforce/label/c.Tandem_Property_Yomi_First_Name';
import yomiLastName from '@salesforce/label/c.Tandem_Property_Yomi_Last_Name';
import typeCheckbox from '@salesforce/label/c.Tandem_Type_Checkbox';
import typeDate from '@salesforce/label/c.Tandem_Type_Date';
import typeDateTime from '@salesforce/label/c.Tandem_Type_Date_Time';
import typeNumber from '@salesforce/label/c.Tandem_Type_Number';
import typePicklist from '@salesforce/label/c.Tandem_Type_Picklist';
import typeText from '@salesforce/label/c.Tandem_Type_Text';

export const labels = {
  ...{ assistant, birthday, businessCity, businessCountry, businessPhone, businessPostalCode },
  ...{ businessState, businessStreet, company, department, email, firstName },
  ...{ homeCity, homeCountry, homePhone, homePostalCode, homeState, homeStreet },
  ...{ im, initials, jobTitle, lastName, manager, middleName },
  ...{ mobile, nickname, notes, office, otherCity, otherCountry },
  ...{ otherPostalCode, otherState, otherStreet, profession, spouse, suffix },
  ...{ title, webPage, yomiCompany, yomiFirstName, yomiLastName, typeDate },
  ...{ typeText, typeCheckbox, typeDateTime, typeNumber, typePicklist },
  ...{ body, categories, location, named, private: privateEvent, reminder },
  ...{ showAs, start, subject },
};
