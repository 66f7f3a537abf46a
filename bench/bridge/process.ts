import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { memoryFlags } from '../../bridge/bin/memory.mjs';
import type { BridgeAnswer, BridgeOrder, Usage } from './words.ts';

/** The bridge as a process of its own. */
export interface BenchBridge {
  /** Gives an order and resolves when it is carried out; rejects with what went wrong. */
  order(order: BridgeOrder): Promise<Usage>;
  /** Ends the process, closing the database first. */
  stop(): Promise<void>;
}

/** Starts the process under the flags that the `tandem` command gives it. What the bridge logs goes to standard error. */
export function startBenchBridge(): BenchBridge {
  const child = fork(join(import.meta.dirname, 'main.ts'), [], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...memoryFlags, ...profiling()],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = once(child, 'exit');
  const died = ended.then(([code]): BridgeAnswer => ({
    ok: false,
    error: `The bridge's process ended (exit code ${String(code)}).`,
  }));
  const order = async (given: BridgeOrder): Promise<Usage> => {
    const answered = once(child, 'message').then(([answer]) => answer as BridgeAnswer);
    child.send(given);
    const answer = await Promise.race([answered, died]);
    if (!answer.ok) throw new Error(answer.error);
    return answer.usage;
  };
  return {
    order,
    stop: async () => {
      if (child.connected) await order({ order: 'close' }).catch(() => undefined);
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** With TANDEM_BENCH_PROFILE the bridge leaves a CPU profile in that folder. */
function profiling(): readonly string[] {
  const folder = process.env['TANDEM_BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}
