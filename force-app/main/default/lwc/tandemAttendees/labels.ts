import events from '@salesforce/label/c.Tandem_Attendees_Events';
import heading from '@salesforce/label/c.Tandem_Unmatched_Heading';
import hint from '@salesforce/label/c.Tandem_Attendees_Hint';
import newest from '@salesforce/label/c.Tandem_Attendees_Newest';
import open from '@salesforce/label/c.Tandem_Attendees_Open';
import openOf from '@salesforce/label/c.Tandem_Attendees_Open_Of';
import showMore from '@salesforce/label/c.Tandem_Show_More';

export const labels = { events, heading, hint, newest, open, openOf, showMore };
