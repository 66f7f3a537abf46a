import type { Acquaintance, DemoContact } from './words.ts';

const longStreet =
  'Building 14, Third Courtyard behind the Old Customs House, Entrance by the Bicycle Workshop, Fourth Floor, Left Hall, ' +
  'Past the Model Railway, Second Door after the Kitchen (Please Ring Twice and Wait for Mrs Abernathy to Open), ' +
  '27 Upper Saint Bartholomew-beside-the-Waterworks Street Extension No. 19';

const bothSides = (
  rep: Acquaintance['rep'],
  person: DemoContact,
  inSalesforce: Partial<DemoContact>,
): Acquaintance => ({
  rep,
  exchange: person,
  salesforce: { ...person, ...inSalesforce },
});

/** Several records in Salesforce fit one item in Exchange, and the other way round. */
const severalCandidates: readonly Acquaintance[] = [
  ...candidates('maya', {
    firstName: 'Hanna',
    lastName: 'Weber',
    emails: ['hanna.weber@nordlicht.example'],
    company: 'Nordlicht Solar',
  }),
  ...candidates('jonas', {
    firstName: 'Tomás',
    lastName: 'Ruiz Pardo',
    emails: ['tomas.ruiz@puentes.example'],
    company: 'Ibérica de Puentes',
  }),
  ...candidates('aiko', { firstName: 'Mei', lastName: 'Tan', emails: [], company: 'Tamarind Kitchen' }),
  bothSides(
    'maya',
    { firstName: 'Patrick', lastName: "O'Hara", emails: ['patrick@ohara.example'], company: "O'Hara & Sons" },
    {},
  ),
  {
    rep: 'maya',
    exchange: {
      firstName: 'Paddy',
      lastName: "O'Hara",
      emails: ['Patrick@OHara.example'],
      company: "O'Hara & Sons",
    },
  },
];

/** One item in Exchange and two records in Salesforce that both fit it. */
function candidates(rep: Acquaintance['rep'], person: DemoContact): Acquaintance[] {
  return [
    { rep, exchange: person, salesforce: { ...person, title: 'Buyer' } },
    { rep, salesforce: { ...person, title: 'Head of Buying', lastActivity: '2026-06-30' } },
  ];
}

/** No account is called `Kestrel Robotics` (one nearly is), and two are called `Harbour Foods`. */
const doubtfulCompanies: readonly Acquaintance[] = [
  {
    rep: 'maya',
    exchange: {
      firstName: 'Lena',
      lastName: 'Vogt',
      emails: ['lena.vogt@kestrel.example'],
      company: 'Kestrel Robotics',
    },
  },
  {
    rep: 'maya',
    exchange: {
      firstName: 'Amir',
      lastName: 'Rahimi',
      emails: ['amir.rahimi@kestrel.example'],
      company: 'Kestrel Robotics',
    },
  },
  {
    rep: 'jonas',
    exchange: {
      firstName: 'Dorothea',
      lastName: 'Kunz',
      emails: ['d.kunz@kestrel.example'],
      company: 'Kestrel Robotics',
    },
  },
  {
    rep: 'aiko',
    exchange: {
      firstName: 'Fiona',
      lastName: 'Byrne',
      emails: ['fiona.byrne@harbourfoods.example'],
      company: 'Harbour Foods',
    },
  },
  {
    rep: 'aiko',
    exchange: {
      firstName: 'Conor',
      lastName: 'Walsh',
      emails: ['conor.walsh@harbourfoods.example'],
      company: 'Harbour Foods',
    },
  },
];

/** Names that forms rarely think of, and contacts that lack a last name, an e-mail address or a name at all. */
const sparseContacts: readonly Acquaintance[] = [
  {
    rep: 'maya',
    exchange: { firstName: 'Sukarno', emails: ['sukarno@tamarind.example'], company: 'Tamarind Kitchen' },
  },
  {
    rep: 'jonas',
    exchange: { firstName: 'Beatriz', emails: ['beatriz@mirador.example'], company: 'Café Mirador' },
  },
  { rep: 'aiko', exchange: { firstName: 'Björk', emails: [], mobile: '+354 555 0177' } },
  {
    rep: 'jonas',
    exchange: { emails: ['reservas@mirador.example'], company: 'Café Mirador', phone: '+34 954 555 199' },
  },
  { rep: 'aiko', exchange: { emails: ['info@yamaneko.example'] } },
  { rep: 'maya', exchange: { emails: [], phone: '+44 20 7946 0199' } },
  {
    rep: 'jonas',
    salesforce: { lastName: 'Suharti', emails: ['suharti@lotusbay.example'], company: 'Lotus Bay Hotels' },
  },
  {
    rep: 'aiko',
    salesforce: { lastName: 'Teller', emails: [], company: 'Juniper Street Bank', phone: '+1 312 555 0150' },
  },
  {
    rep: 'maya',
    exchange: {
      firstName: 'Renée 🌻',
      lastName: 'Dubois',
      emails: ['renee@zephyr.example'],
      company: 'Zephyr Bicycles',
    },
  },
  {
    rep: 'jonas',
    exchange: {
      firstName: 'Wolfgang',
      lastName: 'von und zu Hohenstein-Wittgenstein genannt Freiherr von Rabenau',
      emails: ['rabenau@steinbach.example'],
      company: 'Papierfabrik Steinbach',
    },
  },
];

/** Pairs that both sides hold already, each with its own difficulty. */
const differingPairs: readonly Acquaintance[] = [
  bothSides(
    'maya',
    {
      firstName: 'Siobhán',
      lastName: "O'Neil",
      emails: ['Siobhan.ONeil@JuniperStreet.example'],
      company: 'Juniper Street Bank',
      title: 'Partner',
    },
    { emails: ['siobhan.oneil@juniperstreet.example'] },
  ),
  bothSides(
    'jonas',
    {
      firstName: 'Friederike',
      lastName: 'Sommer',
      emails: ['rike@sommer.example', 'friederike.sommer@steinbach.example', 'sommer@papier.example'],
      company: 'Papierfabrik Steinbach',
    },
    { emails: ['friederike.sommer@steinbach.example'] },
  ),
  bothSides(
    'aiko',
    {
      firstName: 'Haruki',
      lastName: 'Mori',
      emails: ['h.mori@sakurarail.example'],
      company: 'Sakura Rail Systems',
      title: 'Chief Engineer',
    },
    { title: 'Senior Engineer' },
  ),
  bothSides(
    'maya',
    {
      firstName: 'Ingrid',
      lastName: 'Lindqvist',
      emails: ['ingrid@lindqvist.example'],
      company: 'Lindqvist Timber',
      mobile: '+46 70 555 0160',
    },
    { mobile: '+46 70 555 0161' },
  ),
  {
    rep: 'jonas',
    exchange: {
      firstName: 'Bartholomew',
      lastName: 'Abernathy',
      emails: ['b.abernathy@alderfinch.example'],
      company: 'Alder & Finch Architects',
      work: {
        street: longStreet,
        city: 'Bristol',
        state: '',
        postalCode: 'BS1 4XX',
        country: 'United Kingdom',
      },
    },
  },
];

/** The acquaintances that are there for a reason: each group shows how Tandem meets a difficulty. */
export const particularAcquaintances: readonly Acquaintance[] = [
  ...severalCandidates,
  ...doubtfulCompanies,
  ...sparseContacts,
  ...differingPairs,
];
