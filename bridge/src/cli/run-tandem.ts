import { Command, CommanderError } from 'commander';
import { Fault } from '../domain/fault.ts';
import { issueCodes } from '../domain/issue-codes.ts';
import { diagnose, migrate, preview, start, status, sync } from './commands.ts';
import { doctorReport } from './doctor/report.ts';
import { judgeSettings, readSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import { migratedText, previewTable, statusTable, syncTable } from './tables.ts';
import { version } from './version.ts';

interface Options {
  readonly mailbox?: string;
  readonly nightly?: boolean;
  readonly json?: boolean;
}

/** Does a command, writes its answer, and tells its exit code. */
type Run = (options: Options) => Promise<number>;

/**
 * Runs one command line of `tandem`, whose arguments leave out the program's name. Answers the exit code: 0 when all is well, 1 when
 * a mailbox or a step fails, 2 when the command could not run.
 */
export async function runTandem(args: readonly string[], around: Surroundings): Promise<number> {
  let exitCode = 0;
  const action = (run: Run) => async (options: Options) => {
    exitCode = await coded(around, options, run);
  };
  try {
    await commandLine(around, action).parseAsync(args, { from: 'user' });
  } catch (error) {
    // 1 would mean that a mailbox fails.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return exitCode;
}

function commandLine(
  around: Surroundings,
  action: (run: Run) => (options: Options) => Promise<void>,
): Command {
  const { environment } = around;
  const print = (text: string) => around.out(`${text}\n`);
  const program = new Command('tandem')
    .description(
      'Keeps contacts in step between Microsoft 365 and Salesforce. Settings come from the environment: docs/settings.md',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: around.out, writeErr: around.err });

  program
    .command('start')
    .description('run until stopped')
    .action(
      action(async () => {
        await start(readSettings(environment), version, around);
        return 0;
      }),
    );

  program
    .command('sync')
    .description('sync until nothing is left to do, then exit; 1 when a mailbox is failing')
    .option('--mailbox <email>', 'only this mailbox')
    .option(
      '--nightly',
      'do before what is due once in 24 hours, such as asking what each user may see and removing old rows',
    )
    .option('--json', 'print the summary as JSON')
    .action(
      action(async ({ mailbox, nightly, json }) => {
        const wanted = { email: mailbox ?? null, nightly: nightly === true };
        const summary = await sync(readSettings(environment), wanted, around);
        print(json ? JSON.stringify(summary) : syncTable(summary));
        return summary.mailboxes.some(({ state }) => state === 'Failing' || state === 'Paused') ? 1 : 0;
      }),
    );

  program
    .command('preview')
    .description('tell what the next sync would do, and write nothing')
    .option('--mailbox <email>', 'only this mailbox')
    .option('--json', 'print counts and contacts as JSON')
    .action(
      action(async ({ mailbox, json }) => {
        const previews = await preview(readSettings(environment), mailbox ?? null, around);
        print(json ? JSON.stringify(previews) : previewTable(previews));
        return 0;
      }),
    );

  program
    .command('status')
    .description('tell how the mailboxes are')
    .option('--json', 'print as JSON')
    .action(
      action(async ({ json }) => {
        const answer = await status(readSettings(environment), around);
        print(json ? JSON.stringify(answer) : statusTable(answer.mailboxes));
        return 0;
      }),
    );

  program
    .command('doctor')
    .description('check settings, database, both connections and one mailbox; 1 when a step fails')
    .option('--mailbox <email>', 'the mailbox to test; the first that syncs otherwise')
    .option('--json', 'print the steps as JSON')
    .action(
      action(async ({ mailbox, json }) => {
        const diagnosis = await diagnose(judgeSettings(environment), mailbox ?? null, around);
        print(json ? JSON.stringify(diagnosis) : doctorReport(diagnosis));
        return diagnosis.ok ? 0 : 1;
      }),
    );

  program
    .command('migrate')
    .description('bring the database up to date without starting')
    .option('--json', 'print as JSON')
    .action(
      action(async ({ json }) => {
        const migrated = await migrate(readSettings(environment), around);
        print(json ? JSON.stringify(migrated) : migratedText(migrated));
        return 0;
      }),
    );
  return program;
}

/** Tells what kept the command from running by its code; nothing when it was stopped. */
async function coded({ out, err, signal }: Surroundings, options: Options, run: Run): Promise<number> {
  try {
    return await run(options);
  } catch (error) {
    if (signal.aborted) return 0;
    const fault =
      error instanceof Fault
        ? error
        : new Fault('TDM-B-UNEXPECTED', error instanceof Error ? error.name : '', error);
    const { sentence, remedy } = issueCodes[fault.code];
    if (options.json)
      out(`${JSON.stringify({ error: { code: fault.code, sentence, detail: fault.detail, remedy } })}\n`);
    else err(`${fault.code}: ${sentence} ${fault.detail}\n${remedy}\n`);
    if (fault.code === 'TDM-B-UNEXPECTED') err(placesOf(error));
    return 2;
  }
}

/** Where something unforeseen happened, without its message, since that may quote content. */
function placesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .filter((line) => /^\s+at /.test(line))
    .map((line) => `${line}\n`)
    .join('');
}
