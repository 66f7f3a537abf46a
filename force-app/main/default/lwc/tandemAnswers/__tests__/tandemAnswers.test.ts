import { answerIn, isLarge, type Counts } from 'c/tandemAnswers';

const none = { Exchange: 0, Salesforce: 0 };
const counts = (linkBytes: number): Counts => ({
  ...{ create: none, update: none, delete: none },
  ...{ paired: 0, held: 0, linkBytes },
});

describe('the answer of a request', () => {
  it('is what the bridge wrote', () => {
    expect(answerIn('{"message":"Done."}')).toEqual({ message: 'Done.' });
  });

  it.each([null, undefined, 'null', 'no JSON'])('is empty for %j', (result) => {
    expect(answerIn(result)).toEqual({});
  });

  it('is large when its links take over half of the storage that is left', () => {
    expect(isLarge({ counts: counts(51), storageLeft: 100 })).toBe(true);
    expect(isLarge({ counts: counts(50), storageLeft: 100 })).toBe(false);
  });

  it('is not called large where the org does not tell what is left', () => {
    expect(isLarge({ counts: counts(51), storageLeft: null })).toBe(false);
    expect(isLarge({ storageLeft: 100 })).toBe(false);
  });
});
