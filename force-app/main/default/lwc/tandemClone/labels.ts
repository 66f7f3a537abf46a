import cloning from '@salesforce/label/c.Tandem_Cloning';
import failed from '@salesforce/label/c.Tandem_Clone_Failed';
import made from '@salesforce/label/c.Tandem_Clone_Made';
import notAll from '@salesforce/label/c.Tandem_Clone_Not_All';

export const labels = { cloning, failed, made, notAll };
