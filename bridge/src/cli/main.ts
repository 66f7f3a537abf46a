import { Command } from 'commander';
import { Fault } from '../domain/fault.ts';
import { issueCodes } from '../domain/issue-codes.ts';
import { diagnose, migrate, preview, start, status, sync } from './commands.ts';
import { doctorReport } from './doctor/report.ts';
import { judgeSettings, readSettings } from './settings.ts';
import { migratedText, previewTable, statusTable, syncTable } from './tables.ts';
import { version } from './version.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const program = new Command('tandem')
  .description(
    'Keeps contacts in step between Microsoft 365 and Salesforce. Settings come from the environment: docs/settings.md',
  )
  .version(version);

program
  .command('start')
  .description('run until stopped')
  .action(() => run(false, () => start(readSettings(process.env), version, stop.signal)));

program
  .command('sync')
  .description('sync until nothing is left to do, then exit; 1 when a mailbox is failing')
  .option('--mailbox <email>', 'only this mailbox')
  .option('--json', 'print the summary as JSON')
  .action((options: { mailbox?: string; json?: boolean }) =>
    run(options.json === true, async () => {
      const summary = await sync(readSettings(process.env), options.mailbox ?? null, stop.signal);
      print(options.json ? JSON.stringify(summary) : syncTable(summary));
      if (summary.mailboxes.some(({ state }) => state === 'Failing' || state === 'Paused'))
        process.exitCode = 1;
    }),
  );

program
  .command('preview')
  .description('tell what the next sync would do, and write nothing')
  .option('--mailbox <email>', 'only this mailbox')
  .option('--json', 'print counts and contacts as JSON')
  .action((options: { mailbox?: string; json?: boolean }) =>
    run(options.json === true, async () => {
      const previews = await preview(readSettings(process.env), options.mailbox ?? null, stop.signal);
      print(options.json ? JSON.stringify(previews) : previewTable(previews));
    }),
  );

program
  .command('status')
  .description('tell how the mailboxes are')
  .option('--json', 'print as JSON')
  .action((options: { json?: boolean }) =>
    run(options.json === true, async () => {
      const answer = await status(readSettings(process.env));
      print(options.json ? JSON.stringify(answer) : statusTable(answer.mailboxes));
    }),
  );

program
  .command('doctor')
  .description('check settings, database, both connections and one mailbox; 1 when a step fails')
  .option('--mailbox <email>', 'the mailbox to test; the first that syncs otherwise')
  .option('--json', 'print the steps as JSON')
  .action((options: { mailbox?: string; json?: boolean }) =>
    run(options.json === true, async () => {
      const diagnosis = await diagnose(judgeSettings(process.env), options.mailbox ?? null, stop.signal);
      print(options.json ? JSON.stringify(diagnosis) : doctorReport(diagnosis));
      if (!diagnosis.ok) process.exitCode = 1;
    }),
  );

program
  .command('migrate')
  .description('bring the database up to date without starting')
  .option('--json', 'print as JSON')
  .action((options: { json?: boolean }) =>
    run(options.json === true, async () => {
      const migrated = await migrate(readSettings(process.env));
      print(options.json ? JSON.stringify(migrated) : migratedText(migrated));
    }),
  );

await program.parseAsync();
process.exit();

async function run(json: boolean, command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (stop.signal.aborted) return;
    process.exitCode = 2;
    const fault =
      error instanceof Fault
        ? error
        : new Fault('TDM-B-UNEXPECTED', error instanceof Error ? error.name : '', error);
    const { sentence, remedy } = issueCodes[fault.code];
    if (json) print(JSON.stringify({ error: { code: fault.code, sentence, detail: fault.detail, remedy } }));
    else process.stderr.write(`${fault.code}: ${sentence} ${fault.detail}\n${remedy}\n`);
    if (fault.code === 'TDM-B-UNEXPECTED') process.stderr.write(placesOf(error));
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

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
