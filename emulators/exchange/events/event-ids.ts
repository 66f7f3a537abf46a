import { createHash } from 'node:crypto';
import { formOf } from '../ids.ts';
import type { IdForm } from '../ids.ts';
import { civilDate, dateText, DAY_MS } from '../recurrence/civil.ts';
import type { EventRecord } from './calendar.ts';

type Ids = Pick<EventRecord, 'immutableId' | 'mutableId'>;

const MARK = 'OcC';
const CODE_LENGTH = 8;
const PLACE = 6;
/** Days that no date is away from 1970. */
const FAR = 3_000_000;

/** The id of an event in the form asked for. */
export function eventId(record: Ids, form: IdForm): string {
  return form === 'immutable' ? record.immutableId : record.mutableId;
}

/**
 * The id of an occurrence or exception: longer than that of its series, from which and from the original date it is
 * made, so that it stays the same whatever happens to the series (unproven for real immutable ids).
 */
export function occurrenceId(record: Ids, date: string, form: IdForm): string {
  const master = eventId(record, form);
  return master.slice(0, PLACE) + MARK + dayCode(master, date) + master.slice(PLACE);
}

/** The series' id and the original date in an occurrence's id; nothing for another id. */
export function readOccurrenceId(id: string): { master: string; date: string } | undefined {
  if (id.slice(PLACE, PLACE + MARK.length) !== MARK) return undefined;
  const codeAt = PLACE + MARK.length;
  const master = id.slice(0, PLACE) + id.slice(codeAt + CODE_LENGTH);
  const form = formOf(master);
  if (form === undefined || form === 'folder') return undefined;
  const bytes = Buffer.from(id.slice(codeAt, codeAt + CODE_LENGTH), 'base64url');
  const day = bytes.length === 6 ? bytes.readInt32BE(0) : FAR;
  if (Math.abs(day) >= FAR) return undefined;
  const date = dateText(day * DAY_MS);
  return dayCode(master, date) === id.slice(codeAt, codeAt + CODE_LENGTH) ? { master, date } : undefined;
}

function dayCode(master: string, date: string): string {
  const bytes = Buffer.alloc(6);
  bytes.writeInt32BE((civilDate(date) ?? 0) / DAY_MS, 0);
  createHash('sha256').update(`${master} ${date}`).digest().copy(bytes, 4, 0, 2);
  return bytes.toString('base64url');
}

const CLASS = '040000008200E00074C5B7101A82E008';
const NO_DAY = '00000000';
const VCAL_UID = '7643616C2D556964';

/** A new meeting's uid: a GlobalObjectId in hexadecimal ([MS-OXOCAL] 2.2.1.27), the same for the same origin. */
export function mintUid(createdAt: Date, ...origin: (string | number)[]): string {
  const time = createdAt.getTime().toString(16).toUpperCase().padStart(16, '0');
  const data = createHash('sha256').update(origin.join('|')).digest('hex').slice(0, 32).toUpperCase();
  return `${CLASS}${NO_DAY}${time}${'0'.repeat(16)}10000000${data}`;
}

/** iCalUId: the uid, or the hexadecimal wrapper of a foreign one; on an instance with its original day inside. */
export function iCalUId(uid: string, date?: string): string {
  const whole = uid.startsWith(CLASS) ? uid : wrapped(uid);
  if (date === undefined) return whole;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const hex = (value: number, width: number) => value.toString(16).toUpperCase().padStart(width, '0');
  return CLASS + hex(year, 4) + hex(month, 2) + hex(day, 2) + whole.slice(CLASS.length + NO_DAY.length);
}

function wrapped(uid: string): string {
  const data = `${VCAL_UID}01000000${Buffer.from(uid).toString('hex').toUpperCase()}00`;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length / 2);
  return `${CLASS}${NO_DAY}${'0'.repeat(32)}${length.toString('hex').toUpperCase()}${data}`;
}
