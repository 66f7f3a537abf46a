import chosen from '@salesforce/label/c.Tandem_Issues_Chosen';
import field from '@salesforce/label/c.Tandem_Issue_Field';
import item from '@salesforce/label/c.Tandem_Issue_Item';
import lastRequest from '@salesforce/label/c.Tandem_Last_Request';
import more from '@salesforce/label/c.Tandem_Show_More';
import person from '@salesforce/label/c.Tandem_Person';
import select from '@salesforce/label/c.Tandem_Select';
import selectAll from '@salesforce/label/c.Tandem_Select_All';
import since from '@salesforce/label/c.Tandem_Issue_Since';

export const labels = { chosen, field, item, lastRequest, more, person, select, selectAll, since };
