import changedMeanwhile from '@salesforce/label/c.Tandem_Changed_Meanwhile';

export const labels = { changedMeanwhile };
