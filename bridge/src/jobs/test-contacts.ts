import type { FolderId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Step } from '../domain/step.ts';
import { failed, failedBy, passed, skipped } from '../domain/step.ts';
import type { ExchangeMailbox } from '../exchange/exchange.ts';
import { Throttled } from '../exchange/exchange.ts';
import { folderName } from '../passes/exchange-home.ts';

/** How long the test of a mailbox may take, in milliseconds. */
export const longestMs = 30_000;

/** The names of the steps. */
export const contactSteps = {
  reading: 'Contacts readable',
  writing: 'Contacts writable',
  folder: 'Contact folder',
};

/** Tests whether the contacts of a mailbox can be read and changed, and the folder, the `known` one if there is one. */
export async function testContacts(mailbox: ExchangeMailbox, known: string | null): Promise<readonly Step[]> {
  const folders = await mailbox.findFolders(folderName).catch((error: unknown) => ({ error }));
  if ('error' in folders) {
    const why = 'The contacts of the mailbox cannot be read.';
    return [
      failedByExchange(contactSteps.reading, folders.error),
      skipped(contactSteps.writing, why),
      skipped(contactSteps.folder, why),
    ];
  }
  return [
    passed(contactSteps.reading, 'The contact folders of the mailbox can be read.'),
    await writable(contactSteps.writing, mailbox, 'The app may change the contacts of the mailbox.'),
    await folderState(mailbox, folders, known),
  ];
}

/** The step that says whether the app may change contacts or events of a mailbox; `sentence` that it may. */
export async function writable(
  name: string,
  home: Pick<ExchangeMailbox, 'mayWrite'>,
  sentence: string,
): Promise<Step> {
  try {
    return (await home.mayWrite()) ? passed(name, sentence) : failed(name, 'TDM-M-READ-ONLY');
  } catch (error) {
    return failedByExchange(name, error);
  }
}

async function folderState(
  mailbox: ExchangeMailbox,
  named: readonly FolderId[],
  known: string | null,
): Promise<Step> {
  try {
    if (known === null) return unusedFolder(named);
    return (await mailbox.folderExists(as<FolderId>(known)))
      ? passed(contactSteps.folder, 'The contact folder that syncs is there.')
      : failed(contactSteps.folder, 'TDM-M-FOLDER-GONE');
  } catch (error) {
    return failedByExchange(contactSteps.folder, error);
  }
}

function unusedFolder(named: readonly FolderId[]): Step {
  if (named.length > 1) return failed(contactSteps.folder, 'TDM-M-FOLDER-TWICE');
  const state = named.length === 1 ? 'is there and will be used' : 'will be made';
  return passed(contactSteps.folder, `The folder ${folderName} ${state} at the first sync.`);
}

/** The step that failed by what Exchange answered, or did not. */
export function failedByExchange(name: string, error: unknown): Step {
  if (error instanceof Throttled)
    return failed(name, 'TDM-X-BUSY', `In ${Math.ceil(error.retryAfterMs / 1000)} seconds again.`);
  if (error instanceof Error && error.name === 'TimeoutError')
    return failed(name, 'TDM-X-UNREACHABLE', `There was no answer within ${longestMs / 1000} seconds.`);
  return failedBy(name, error);
}
