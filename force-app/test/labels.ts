/** Gives the components their real labels, so that tests read what people read; the platform's stub would say `c.Tandem_…`. */
declare const tandemLabels: Readonly<Record<string, string>>;

for (const [name, value] of Object.entries(tandemLabels)) {
  jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: value }), { virtual: true });
}
