import type { DemoAccount } from './words.ts';

type Row = readonly [
  name: string,
  domain: string,
  city: string,
  country: string,
  industry: string,
  phone: string,
];

const rows: readonly Row[] = [
  [
    'Alder & Finch Architects',
    'alderfinch.example',
    'Bristol',
    'United Kingdom',
    'Consulting',
    '+44 117 496 0101',
  ],
  ['Bluewater Logistics', 'bluewater.example', 'Rotterdam', 'Netherlands', 'Other', '+31 10 555 0102'],
  ['Brightside Dental Group', 'brightside.example', 'Denver', 'United States', 'Other', '+1 303 555 0103'],
  ['Café Mirador', 'mirador.example', 'Sevilla', 'Spain', 'Other', '+34 954 555 104'],
  [
    'Cobalt Instruments',
    'cobalt.example',
    'Cambridge',
    'United Kingdom',
    'Manufacturing',
    '+44 1223 496 105',
  ],
  ['Costa Verde Energía', 'costaverde.example', 'Valencia', 'Spain', 'Manufacturing', '+34 963 555 106'],
  ['Delphi Maritime', 'delphimaritime.example', 'Piraeus', 'Greece', 'Other', '+30 21 0555 0107'],
  ['Eiger Outdoor AG', 'eiger.example', 'Bern', 'Switzerland', 'Manufacturing', '+41 31 555 01 08'],
  ['Fjord & Fell Fisheries', 'fjordfell.example', 'Akureyri', 'Iceland', 'Agriculture', '+354 555 0109'],
  ['Fujimoto Seisakusho', 'fujimoto.example', 'Osaka', 'Japan', 'Manufacturing', '+81 6 5550 0110'],
  ['Granville Publishing', 'granville.example', 'Vancouver', 'Canada', 'Other', '+1 604 555 0111'],
  ['Hanoi Textile Export', 'hanoitextile.example', 'Hà Nội', 'Vietnam', 'Manufacturing', '+84 24 5555 0112'],
  ['Harbour Foods', 'harbourfoods.example', 'Dublin', 'Ireland', 'Agriculture', '+353 1 555 0113'],
  ['Harbour Foods', 'harbourfoods.example', 'Cork', 'Ireland', 'Agriculture', '+353 21 555 0114'],
  ['Hekla Geothermal', 'hekla.example', 'Reykjavík', 'Iceland', 'Technology', '+354 555 0115'],
  ['Ibérica de Puentes', 'puentes.example', 'Madrid', 'Spain', 'Manufacturing', '+34 915 555 116'],
  ['Juniper Street Bank', 'juniperstreet.example', 'Chicago', 'United States', 'Banking', '+1 312 555 0117'],
  [
    'Kestrel Robotics GmbH',
    'kestrel-robotics.example',
    'Dresden',
    'Germany',
    'Technology',
    '+49 351 555 0118',
  ],
  ['Kraków Glass Works', 'krakowglass.example', 'Kraków', 'Poland', 'Manufacturing', '+48 12 555 01 19'],
  ['Lindqvist Timber', 'lindqvist.example', 'Umeå', 'Sweden', 'Agriculture', '+46 90 555 01 20'],
  ['Lotus Bay Hotels', 'lotusbay.example', 'Đà Nẵng', 'Vietnam', 'Other', '+84 236 5555 0121'],
  ['Meridian Water Trust', 'meridianwater.example', 'Wellington', 'New Zealand', 'Other', '+64 4 555 0122'],
  ['Nile Delta Cotton', 'niledelta.example', 'Alexandria', 'Egypt', 'Agriculture', '+20 3 5550 0123'],
  ['Nordlicht Solar', 'nordlicht.example', 'Kiel', 'Germany', 'Technology', '+49 431 555 0124'],
  ["O'Hara & Sons", 'ohara.example', 'Galway', 'Ireland', 'Manufacturing', '+353 91 555 0125'],
  ['Olive & Thyme', 'olivethyme.example', 'Θεσσαλονίκη', 'Greece', 'Agriculture', '+30 231 055 0126'],
  [
    'Papierfabrik Steinbach',
    'steinbach.example',
    'Ravensburg',
    'Germany',
    'Manufacturing',
    '+49 751 555 0127',
  ],
  ['Petra Medical Supplies', 'petramedical.example', 'Amman', 'Jordan', 'Other', '+962 6 555 0128'],
  ['Quartz Hill Observatory', 'quartzhill.example', 'Tucson', 'United States', 'Other', '+1 520 555 0129'],
  ['Rosewood Furniture', 'rosewood.example', 'Portland', 'United States', 'Manufacturing', '+1 503 555 0130'],
  ['Sakura Rail Systems', 'sakurarail.example', 'Yokohama', 'Japan', 'Manufacturing', '+81 45 555 0131'],
  ['Silva & Irmãos', 'silvairmaos.example', 'Porto', 'Portugal', 'Consulting', '+351 22 555 0132'],
  [
    'Sterling Assay Office',
    'sterlingassay.example',
    'Birmingham',
    'United Kingdom',
    'Banking',
    '+44 121 496 0133',
  ],
  ['Tamarind Kitchen', 'tamarind.example', 'Singapore', 'Singapore', 'Other', '+65 5550 0134'],
  ['Tatra Cable Cars', 'tatracable.example', 'Zakopane', 'Poland', 'Other', '+48 18 555 01 35'],
  ['Umbra Lighting', 'umbra.example', 'Milano', 'Italy', 'Manufacturing', '+39 02 5550 0136'],
  ['Vectis Ferries', 'vectis.example', 'Southampton', 'United Kingdom', 'Other', '+44 23 8096 0137'],
  ['Willowbrook Schools', 'willowbrook.example', 'Boston', 'United States', 'Other', '+1 617 555 0138'],
  ['Yamaneko Design', 'yamaneko.example', '京都', 'Japan', 'Consulting', '+81 75 555 0139'],
  ['Zephyr Bicycles', 'zephyr.example', 'Gent', 'Belgium', 'Manufacturing', '+32 9 555 01 40'],
];

/** The accounts of the demo company's org. `Harbour Foods` is there twice; `Kestrel Robotics` only nearly. */
export const accounts: readonly DemoAccount[] = rows.map(
  ([name, domain, city, country, industry, phone], index) => ({
    key: `account-${index + 1}`,
    name,
    domain,
    city,
    country,
    industry,
    phone,
  }),
);

const twice = new Set(['Harbour Foods']);

/** The accounts that a company name finds without doubt. */
export const certainAccounts = accounts.filter((account) => !twice.has(account.name));
