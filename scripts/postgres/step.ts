import type { Outcome } from '../checks/outcome.ts';
import { providePostgres } from './provide.ts';
import type { PostgresServer } from './server.ts';

/** How providing the server went, and the server where there is one. */
export interface PostgresStep {
  readonly outcome: Outcome;
  readonly server: PostgresServer | undefined;
}

/** The step "postgres" of `npm test`: a server for the steps that run on one. Where there is none it has failed, and with it the run. */
export async function startPostgres(
  provide: () => Promise<PostgresServer> = providePostgres,
  say: (words: unknown) => void = console.log,
): Promise<PostgresStep> {
  say('\n▶ postgres');
  const started = performance.now();
  const server = await provide().catch((error: unknown) => {
    say(error instanceof Error ? error.message : error);
    return undefined;
  });
  const seconds = (performance.now() - started) / 1000;
  return { outcome: { name: 'postgres', ok: server !== undefined, seconds }, server };
}
