/** In place of the hash of an issue's content where that is not known; no hash is equal to it, so that the row is written again. */
export const unknownContent = {
  /** The row is there: it was read back with a lost database. */
  listed: '',
  /** The row is being written: it is not there yet, or shows what was before, or what is now. */
  perhapsListed: 'being written',
  /** The row is there without any details, since its item turned private. */
  reduced: 'reduced',
} as const;
