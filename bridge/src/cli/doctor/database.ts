import type { Log } from '../../domain/log.ts';
import type { Step } from '../../domain/step.ts';
import { failed, failedBy, passed, skipped, warned } from '../../domain/step.ts';
import type { Inspected } from '../../store/inspect.ts';
import { freeBytes, inspectStore } from '../../store/inspect.ts';
import { askRunning, socketPath } from '../control-socket.ts';
import { databaseOf } from '../open-bridge.ts';
import type { Settings } from '../settings.ts';

const names = { database: 'Database', disk: 'Disk' };
const megabyte = 1024 * 1024;
const leastMegabytes = 64;
const comfortableMegabytes = 512;

type Place = Pick<Settings, 'DATABASE_URL' | 'TANDEM_DATA_DIR'>;

/** Whether the database can be opened and its schema is that of this version, found without changing it. */
export async function checkDatabase(
  place: Place,
  log: Log,
  inspect: typeof inspectStore = inspectStore,
): Promise<Step> {
  try {
    // Nobody else may open the embedded folder of a running bridge, and what it runs on works.
    const running =
      place.DATABASE_URL === undefined && (await askRunning(socketPath(place), 'GET', '/status'));
    if (running) return passed(names.database, 'A bridge runs on it.');
    return schemaStep(await inspect({ ...databaseOf(place), log }));
  } catch (error) {
    return failedBy(names.database, error);
  }
}

function schemaStep(inspected: Inspected): Step {
  switch (inspected.kind) {
    case 'none':
      return passed(names.database, 'It is not there yet and is made at the first start.');
    case 'current':
      return passed(names.database, `It opens, and its schema is current (${inspected.migration}).`);
    case 'old':
      if (inspected.migration === null)
        return passed(names.database, 'It is empty; the first start fills it.');
      return warned(
        names.database,
        'TDM-B-SCHEMA-OLD',
        `It is at ${inspected.migration}; this version is at ${inspected.latest}.`,
      );
  }
}

/** Whether the disk of the embedded database has room; that of a Postgres server cannot be seen from here. */
export async function checkDisk(place: Place, free: typeof freeBytes = freeBytes): Promise<Step> {
  const { dataDir } = databaseOf(place);
  if (dataDir === undefined)
    return skipped(names.disk, 'The disk of the Postgres server cannot be seen from here.');
  try {
    const megabytes = Math.floor((await free(dataDir)) / megabyte);
    const detail = `${megabytes} MB are free.`;
    if (megabytes < leastMegabytes) return failed(names.disk, 'TDM-B-DISK', detail);
    if (megabytes < comfortableMegabytes) return warned(names.disk, 'TDM-B-DISK', detail);
    return passed(names.disk, detail);
  } catch (error) {
    return failedBy(names.disk, error);
  }
}
