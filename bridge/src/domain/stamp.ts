const openMark = ' open';

/** A stamp that is remembered as news to come: the record may have changed again within the second it names. */
export function openStamp(stamp: string): string {
  return `${stamp}${openMark}`;
}

/** The stamp as Salesforce gave it. */
export function plainStamp(stamp: string): string {
  return stamp.endsWith(openMark) ? stamp.slice(0, -openMark.length) : stamp;
}
