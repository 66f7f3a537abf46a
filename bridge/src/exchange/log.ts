/** Where the calls to Microsoft tell what happened: operation, status, code and request ids, never content or addresses. */
export interface Log {
  debug(entry: object, message: string): void;
  info(entry: object, message: string): void;
  warn(entry: object, message: string): void;
}
