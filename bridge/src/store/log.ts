/** Where the store reports what an operator should know. Entries are flat and carry no personal data. */
export interface StoreLog {
  debug(entry: object, message: string): void;
  info(entry: object, message: string): void;
  warn(entry: object, message: string): void;
}
