/** A field of the contact form: its words and the path of its value. */
export interface FormField {
  readonly path: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'notes';
}

export interface FormGroup {
  readonly title: string;
  readonly icon: string;
  readonly fields: readonly FormField[];
}

const email = (number: number): FormField => ({
  path: `emailAddresses[${number - 1}].address`,
  label: number === 1 ? 'E-mail' : `E-mail ${number}`,
  type: 'email',
});
const phone = (path: string, label: string): FormField => ({ path, label, type: 'tel' });
const address = (property: string): FormField[] => [
  { path: `${property}.street`, label: 'Street' },
  { path: `${property}.city`, label: 'City' },
  { path: `${property}.state`, label: 'State' },
  { path: `${property}.postalCode`, label: 'Postal code' },
  { path: `${property}.countryOrRegion`, label: 'Country' },
];

/** Everything that the form and the reading pane show, in Outlook's words: what syncs by default. */
export const formGroups: readonly FormGroup[] = [
  {
    title: 'Name',
    icon: 'user',
    fields: [
      { path: 'title', label: 'Title' },
      { path: 'givenName', label: 'First name' },
      { path: 'middleName', label: 'Middle name' },
      { path: 'surname', label: 'Last name' },
      { path: 'generation', label: 'Suffix' },
    ],
  },
  { title: 'E-mail', icon: 'email', fields: [email(1), email(2), email(3)] },
  {
    title: 'Phone',
    icon: 'call',
    fields: [
      phone('businessPhones[0]', 'Business'),
      phone('mobilePhone', 'Mobile'),
      phone('homePhones[0]', 'Home'),
    ],
  },
  {
    title: 'Work',
    icon: 'company',
    fields: [
      { path: 'companyName', label: 'Company' },
      { path: 'jobTitle', label: 'Job title' },
      { path: 'department', label: 'Department' },
      { path: 'assistantName', label: 'Assistant' },
    ],
  },
  { title: 'Business address', icon: 'checkin', fields: address('businessAddress') },
  { title: 'Other address', icon: 'location', fields: address('otherAddress') },
  {
    title: 'More',
    icon: 'note',
    fields: [
      { path: 'birthday', label: 'Birthday', type: 'date' },
      { path: 'personalNotes', label: 'Notes', type: 'notes' },
    ],
  },
];
