import { describe, expect, it } from 'vitest';
import { errorOf, outcomeOf } from './record-outcome.ts';

const update = { kind: 'update', object: 'Contact' } as const;
const error = (code: string, fields: string[] = []) =>
  ({ kind: 'refused', code, message: 'words', fields }) as const;
const id = '003000000000001AAA';

describe('what a refused record means', () => {
  it('keeps code, words and fields of a refusal', () => {
    const result = {
      success: false,
      errors: [{ statusCode: 'STRING_TOO_LONG', message: 'Title: data value too large', fields: ['Title'] }],
    };
    expect(errorOf(result)).toEqual({
      kind: 'refused',
      code: 'STRING_TOO_LONG',
      message: 'Title: data value too large',
      fields: ['Title'],
    });
  });

  it.each(['ENTITY_IS_DELETED', 'NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY'])(
    'an update that meets %s is gone',
    (code) => {
      expect(outcomeOf(error(code), update, { Id: id, Title: 'x' })).toEqual({
        ok: false,
        refusal: { kind: 'gone' },
      });
    },
  );

  it('deleting what is gone is done', () => {
    const deletion = { kind: 'delete', object: 'Contact' } as const;
    expect(outcomeOf(error('ENTITY_IS_DELETED'), deletion, { Id: id })).toEqual({ ok: true, id: null });
  });

  it('is stale when the account that it names may be the one that is gone', () => {
    const row = { Id: id, AccountId: '001000000000001AAA' };
    expect(outcomeOf(error('INVALID_CROSS_REFERENCE_KEY'), update, row)).toEqual({
      ok: false,
      refusal: { kind: 'stale' },
    });
  });

  it('is refused when Salesforce names the reference', () => {
    const row = { Id: id, AccountId: '001000000000001AAA' };
    const refusal = error('INVALID_CROSS_REFERENCE_KEY', ['AccountId']);
    expect(outcomeOf(refusal, update, row)).toEqual({ ok: false, refusal });
  });

  it('an upsert is never gone', () => {
    const upsert = { kind: 'upsert', object: 'Contact', externalId: 'Tandem_Key__c' } as const;
    const refusal = error('ENTITY_IS_DELETED');
    expect(outcomeOf(refusal, upsert, { Tandem_Key__c: 'k' })).toEqual({ ok: false, refusal });
  });
});
