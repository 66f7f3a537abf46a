import { RefusedRequest, refuse } from '../refusal.ts';
import { coveredUntil } from '../store/late.ts';
import { parseDatetime, toStamp } from '../store/stamps.ts';
import { objectOf, type Call, type Handler } from './call.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const MOST_IDS = 600_000;

/** `GET /sobjects/{type}/updated/?start&end` (REST guide, "sObject Get Updated"). */
export const updatedRows: Handler = (call) => {
  const type = objectOf(call, call.segments[1]!);
  const { start, covered } = spanOf(call, 30);
  const ids: string[] = [];
  for (const row of call.org.table(type).byStamp()) {
    const stamp = row['SystemModstamp'] as string;
    const live = row['IsDeleted'] !== true && call.gate.sees(type, row);
    if (live && stamp >= start && stamp < covered) ids.push(row.Id);
  }
  if (ids.length > MOST_IDS) throw new RefusedRequest(refuse('EXCEEDED_ID_LIMIT', 'exceeded id limit'));
  return { status: 200, body: { ids, latestDateCovered: covered } };
};

/** `GET /sobjects/{type}/deleted/?start&end` (REST guide, "sObject Get Deleted"). */
export const deletedRows: Handler = (call) => {
  const type = objectOf(call, call.segments[1]!);
  const { start, covered } = spanOf(call, 15);
  const deletedRecords = call.org.deletions
    .filter(({ object, at }) => object === type.name && at >= start && at < covered)
    .map(({ id, at }) => ({ id, deletedDate: at }));
  const body = {
    deletedRecords,
    earliestDateAvailable: call.org.earliestDeletion,
    latestDateCovered: covered,
  };
  return { status: 200, body };
};

/** The asked span in whole minutes, ending where everything is visible. */
function spanOf(call: Call, mostDays: number): { start: string; covered: string } {
  const [start, end] = ['start', 'end'].map((name) => timeOf(call, name)) as [number, number];
  if (end - start < MINUTE) {
    throw refuseDate('startDate', 'before endDate by more than one minute');
  }
  if (call.org.now().getTime() - start > mostDays * DAY) {
    throw refuseDate('startDate', `within the last ${mostDays} days`);
  }
  const stamp = toStamp(new Date(end));
  const visible = coveredUntil(call.org);
  const wholeMinute = `${visible.slice(0, 16)}:00.000+0000`;
  return { start: toStamp(new Date(start)), covered: stamp < wholeMinute ? stamp : wholeMinute };
}

function timeOf(call: Call, name: string): number {
  const text = call.query.get(name) ?? '';
  const date = parseDatetime(text.replace(/ (\d{2}:?\d{2})$/, '+$1'));
  if (!date) throw refuseDate(name, 'a date and time with a zone');
  return Math.floor(date.getTime() / MINUTE) * MINUTE;
}

function refuseDate(name: string, what: string): RefusedRequest {
  return new RefusedRequest(refuse('INVALID_REPLICATION_DATE', `${name} has to be ${what}`));
}
