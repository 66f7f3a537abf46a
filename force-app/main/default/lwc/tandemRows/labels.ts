import changedMeanwhile from '@salesforce/label/c.Tandem_Changed_Meanwhile';
import saved from '@salesforce/label/c.Tandem_Saved';
import savedNotAll from '@salesforce/label/c.Tandem_Saved_Not_All';

export const labels = { changedMeanwhile, saved, savedNotAll };
