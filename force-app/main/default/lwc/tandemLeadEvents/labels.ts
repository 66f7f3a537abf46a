import empty from '@salesforce/label/c.Tandem_Lead_Events_Empty';
import failed from '@salesforce/label/c.Tandem_Lead_Events_Failed';
import intro from '@salesforce/label/c.Tandem_Lead_Events_Intro';
import loading from '@salesforce/label/c.Tandem_Loading';
import more from '@salesforce/label/c.Tandem_Lead_Events_More';
import noLink from '@salesforce/label/c.Tandem_Lead_Events_No_Link';

export const labels = { empty, failed, intro, loading, more, noLink };
