import { PGlite } from '@electric-sql/pglite';
import { isEnd } from './messages.ts';

/**
 * PGlite that takes no message any more once an error ended its server. PGlite itself goes on, and sends a Sync after a failed
 * script: that one commits, and waits for ever for the lock that the failed write ahead still holds.
 */
export class MortalPGlite extends PGlite {
  #end: Error | null = null;

  override async execProtocolStream(...given: Parameters<PGlite['execProtocolStream']>) {
    if (this.#end !== null) throw this.#end;
    try {
      return await super.execProtocolStream(...given);
    } catch (error) {
      if (error instanceof Error && isEnd(error)) this.#end = error;
      throw error;
    }
  }
}
