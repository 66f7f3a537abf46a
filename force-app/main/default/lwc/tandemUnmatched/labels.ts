import cancel from '@salesforce/label/c.Tandem_Cancel';
import choose from '@salesforce/label/c.Tandem_Unmatched_Choose';
import contact from '@salesforce/label/c.Tandem_Unmatched_Contact';
import heading from '@salesforce/label/c.Tandem_Unmatched_Heading';
import hint from '@salesforce/label/c.Tandem_Unmatched_Hint';
import lead from '@salesforce/label/c.Tandem_Unmatched_Lead';
import more from '@salesforce/label/c.Tandem_Held_More';
import save from '@salesforce/label/c.Tandem_Save';
import showMore from '@salesforce/label/c.Tandem_Show_More';
import who from '@salesforce/label/c.Tandem_Unmatched_Who';

export const labels = {
  ...{ cancel, choose, contact, heading, hint, lead, more, save, showMore, who },
};
