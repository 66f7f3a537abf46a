const words = (text: string) =>
  Object.fromEntries(text.split(',').map((pair) => pair.split(':') as [string, string]));

/** States and provinces by country and code, of the countries for which Salesforce delivers some; the others have none. */
const states: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: words(
    'AL:Alabama,AK:Alaska,AZ:Arizona,AR:Arkansas,CA:California,CO:Colorado,CT:Connecticut,DE:Delaware,' +
      'DC:District of Columbia,FL:Florida,GA:Georgia,HI:Hawaii,ID:Idaho,IL:Illinois,IN:Indiana,IA:Iowa,KS:Kansas,' +
      'KY:Kentucky,LA:Louisiana,ME:Maine,MD:Maryland,MA:Massachusetts,MI:Michigan,MN:Minnesota,MS:Mississippi,' +
      'MO:Missouri,MT:Montana,NE:Nebraska,NV:Nevada,NH:New Hampshire,NJ:New Jersey,NM:New Mexico,NY:New York,' +
      'NC:North Carolina,ND:North Dakota,OH:Ohio,OK:Oklahoma,OR:Oregon,PA:Pennsylvania,RI:Rhode Island,' +
      'SC:South Carolina,SD:South Dakota,TN:Tennessee,TX:Texas,UT:Utah,VT:Vermont,VA:Virginia,WA:Washington,' +
      'WV:West Virginia,WI:Wisconsin,WY:Wyoming',
  ),
  CA: words(
    'AB:Alberta,BC:British Columbia,MB:Manitoba,NB:New Brunswick,NL:Newfoundland and Labrador,' +
      'NT:Northwest Territories,NS:Nova Scotia,NU:Nunavut,ON:Ontario,PE:Prince Edward Island,QC:Quebec,' +
      'SK:Saskatchewan,YT:Yukon Territories',
  ),
  AU: words(
    'ACT:Australian Capital Territory,NSW:New South Wales,NT:Northern Territory,QLD:Queensland,SA:South Australia,' +
      'TAS:Tasmania,VIC:Victoria,WA:Western Australia',
  ),
};

const codes = 'AT,AU,BE,BR,CA,CH,CN,CZ,DE,DK,ES,FI,FR,GB,GR,HU,IE,IN,IT,JP,MX,NL,NO,NZ,PL,PT,RO,SE,SG,US,ZA';
const names = new Intl.DisplayNames('en', { type: 'region' });

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly states: readonly { readonly code: string; readonly name: string }[];
}

/** The countries of an org with state and country picklists; a part of those that Salesforce delivers. */
export const countries: readonly Country[] = codes.split(',').map((code) => ({
  code,
  name: names.of(code)!,
  states: Object.entries(states[code] ?? {}).map(([stateCode, name]) => ({ code: stateCode, name })),
}));
