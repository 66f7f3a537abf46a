import type { WireRequest } from '../../../emulators/kernel/wire.ts';
import type { Ledger } from '../../programs/oracle/ledger.ts';
import { tokenOf } from '../../programs/oracle/ledger.ts';
import type { Card } from '../../programs/world/fields.ts';

/**
 * The documented gap between the last look at a record's stamp and its update: Salesforce has no conditional update, so what
 * people change in between is written over unseen. Nor is a date that is like all others of its series written with a condition:
 * what is looked at is the list of its series' instances.
 */
export interface Gap {
  /** Notes which records or series a call looks at. */
  listen(request: WireRequest): void;
  /** When the stamp of the record, or the instances of the series, were asked for last. */
  openedAt(id: string): number;
  /** What people had typed there may be lost. */
  excuse(before: Card): void;
}

const stampQuery = encodeURIComponent('SELECT Id, SystemModstamp FROM ');

export function createGap(ledger: Ledger): Gap {
  const lookedAt = new Map<string, number>();
  return {
    listen({ path, body }) {
      const [, series] = /\/events\/([^/?]+)\/instances\?.*type,iCalUId/.exec(path) ?? [];
      if (series !== undefined) lookedAt.set(decodeURIComponent(series), Date.now());
      const text = path + body;
      if (!text.includes(stampQuery)) return;
      for (const [id] of text.matchAll(/(?:003|00U)\w{15}/g)) lookedAt.set(id, Date.now());
    },
    openedAt: (id) => lookedAt.get(id) ?? Infinity,
    excuse(before) {
      for (const [field, value] of Object.entries(before))
        for (const entry of ledger.entries)
          if (entry.field === field && entry.token === tokenOf(value)) entry.overwritten = true;
    },
  };
}
