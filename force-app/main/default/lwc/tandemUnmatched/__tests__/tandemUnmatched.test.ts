import TandemUnmatched from 'c/tandemUnmatched';
import { settled, show, tell, type Shown } from 'tests/show';

type Button = HTMLElement & { label: string; disabled: boolean; ariaLabel: string };
type Picker = HTMLElement & { objectApiName: string; label: string; value: string | undefined };

async function unmatched(attendees: readonly string[], more = 0, isWaiting = false) {
  const shown = show(
    'c-tandem-unmatched',
    TandemUnmatched,
    { unmatched: { attendees, more }, recordId: '00Ua', userId: '005Maya', isWaiting },
    ['request'],
  );
  await settled();
  return shown;
}
const button = (shown: Shown<object>, label: string) =>
  shown.findAll<Button>('lightning-button').find((one) => one.label === label)!;
async function open(shown: Shown<object>, attendee: string) {
  shown.find(`[data-attendee="${attendee}"]`).click();
  await settled();
}
const picker = (shown: Shown<object>) => shown.find<Picker>('lightning-record-picker');

describe('attendees whom nobody stands for', () => {
  afterEach(() => document.body.replaceChildren());

  it('are not spoken of where there are none', async () => {
    expect((await unmatched([])).text()).toBe('');
  });

  it('are listed some at a time, with how many did not fit on the link', async () => {
    const addresses = Array.from({ length: 7 }, (_, index) => `guest${index}@customer.test`);
    const shown = await unmatched(addresses, 150);
    expect(shown.findAll('li')).toHaveLength(5);
    expect(shown.text()).not.toContain('150');
    button(shown, 'Show more').click();
    await settled();
    expect(shown.findAll('li')).toHaveLength(7);
    expect(shown.text()).toContain('And 150 more.');
  });

  it('a contact is chosen for one of them', async () => {
    const shown = await unmatched(['ana@customer.test', 'ben@customer.test']);
    await open(shown, 'ben@customer.test');
    expect(shown.findAll('lightning-record-picker')).toHaveLength(1);
    expect(button(shown, 'Save').disabled).toBe(true);
    tell(picker(shown), 'change', { recordId: '003Ben' });
    await settled();
    button(shown, 'Save').click();
    await settled();
    const parameters = { attendee: 'ben@customer.test', recordId: '003Ben' };
    expect(shown.told('request')).toEqual([
      { kind: 'ChooseContact', abouts: [{ recordId: '00Ua', userId: '005Maya', parameters }] },
    ]);
    expect(shown.findAll('lightning-record-picker')).toHaveLength(0);
  });

  it('a lead is chosen in place of a contact, and what was picked before is forgotten', async () => {
    const shown = await unmatched(['ana@customer.test']);
    await open(shown, 'ana@customer.test');
    tell(picker(shown), 'change', { recordId: '003Ana' });
    tell(shown.find('lightning-radio-group'), 'change', { value: 'Lead' });
    await settled();
    expect(picker(shown)).toMatchObject({ objectApiName: 'Lead', label: 'Lead', value: undefined });
    expect(button(shown, 'Save').disabled).toBe(true);
    tell(picker(shown), 'change', { recordId: '00QAna' });
    await settled();
    button(shown, 'Save').click();
    expect(shown.told('request')).toMatchObject([{ abouts: [{ parameters: { recordId: '00QAna' } }] }]);
  });

  it('the choice can be left, and asks nothing then', async () => {
    const shown = await unmatched(['ana@customer.test']);
    await open(shown, 'ana@customer.test');
    button(shown, 'Cancel').click();
    await settled();
    expect(shown.findAll('lightning-record-picker')).toHaveLength(0);
    expect(shown.told('request')).toEqual([]);
  });

  it('only one choice is made at a time', async () => {
    const shown = await unmatched(['ana@customer.test'], 0, true);
    await open(shown, 'ana@customer.test');
    tell(picker(shown), 'change', { recordId: '003Ana' });
    await settled();
    expect(button(shown, 'Save').disabled).toBe(true);
  });
});
