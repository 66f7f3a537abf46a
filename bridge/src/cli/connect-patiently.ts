import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import type { BridgeDeps, Connection } from '../jobs/bridge-deps.ts';
import { connect } from '../jobs/connect.ts';

const passing: readonly string[] = [
  'TDM-X-UNREACHABLE',
  'TDM-X-ANSWER',
  'TDM-S-UNREACHABLE',
  'TDM-S-ANSWER',
  'TDM-S-LIMIT',
];
const pauseMs = 15_000;

/** Signs in, and waits where the trouble passes by itself; wrong settings are thrown, since waiting mends none. */
export async function connectPatiently(deps: BridgeDeps, signal: AbortSignal): Promise<Connection> {
  for (;;) {
    try {
      return await connect(deps);
    } catch (error) {
      if (!(error instanceof Fault) || !passing.includes(error.code)) throw error;
      deps.log.warn(
        { code: error.code, detail: error.detail },
        'A service cannot be used now; trying again.',
      );
      await sleep(pauseMs, undefined, { signal });
    }
  }
}
