/** One page of the app: what it reads, and how it shows what was read. */
export interface Page<Data = unknown> {
  /** The tab that is marked as open. */
  readonly tab: 'Contact' | 'Account' | 'Event' | 'Tandem';
  readonly title: string;
  load(): Promise<Data>;
  /** `data` is undefined until the first load is done. */
  paint(data: Data | undefined, frame: Frame): HTMLElement;
}

/** What pages can ask of the frame around them. */
export interface Frame {
  /** Reads again and paints what changed. */
  reload(): Promise<void>;
  /** Paints with what was read last. */
  repaint(): void;
  /** Opens another page, such as `#/Contact/003…`. */
  open(hash: string): void;
  /** Ids of rows that changed a moment ago. */
  readonly fresh: ReadonlySet<string>;
}
