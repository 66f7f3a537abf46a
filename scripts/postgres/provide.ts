import { findBinaries } from './find-binaries.ts';
import { canInstall } from '../debian/packages.ts';
import { howToInstall, install } from './install.ts';
import type { PostgresServer } from './server.ts';
import { startServer } from './server.ts';

/** What providing a server takes from the machine. */
export interface Machine {
  find(): string | undefined;
  canInstall(): boolean;
  install(): void;
  start(programs: string): Promise<PostgresServer>;
  say(text: string): void;
}

const thisMachine: Machine = {
  find: () => findBinaries(),
  canInstall,
  install,
  start: startServer,
  say: (text) => console.log(text),
};

/**
 * A Postgres server for tests: the one that `TANDEM_TEST_DATABASE_URL` names, or a private one. On Debian as root the
 * server is installed first when it is missing.
 *
 * @throws Error that says how to install one when there is none
 */
export async function providePostgres(
  named: string = process.env.TANDEM_TEST_DATABASE_URL ?? '',
  machine: Machine = thisMachine,
): Promise<PostgresServer> {
  if (named) return { url: named, stop: async () => {} };
  if (machine.find() === undefined && machine.canInstall()) {
    machine.say(
      'There is no Postgres server on this machine: installing the package postgresql with apt-get.',
    );
    machine.install();
  }
  const programs = machine.find();
  if (programs === undefined) throw new Error(howToInstall);
  return machine.start(programs);
}
