import { unmatchedIn } from 'c/tandemAttendeeList';

describe('the attendees that a link lists', () => {
  it('stand one on each line', () => {
    expect(unmatchedIn('ana@customer.test\nbo@customer.test\n')).toEqual({
      attendees: ['ana@customer.test', 'bo@customer.test'],
      more: 0,
    });
  });

  it('are counted as far as the link had no room for them', () => {
    expect(unmatchedIn('ana@customer.test\n+ 249')).toEqual({ attendees: ['ana@customer.test'], more: 249 });
  });

  it.each([null, undefined, ''])('are none where the link has %j', (text) => {
    expect(unmatchedIn(text)).toEqual({ attendees: [], more: 0 });
  });
});
