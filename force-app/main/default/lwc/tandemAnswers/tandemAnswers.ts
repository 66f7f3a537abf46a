/** A step of a connection test. */
export interface Step {
  readonly step: string;
  readonly result: 'passed' | 'warning' | 'failed' | 'skipped';
  readonly sentence: string;
  readonly detail?: string;
  readonly remedy: string | null;
}

/** How many on each side. */
export interface Sides {
  readonly Exchange: number;
  readonly Salesforce: number;
}

export interface Counts {
  readonly create: Sides;
  readonly update: Sides;
  readonly delete: Sides;
  readonly paired: number;
  readonly held: number;
  /** The data storage that the new links take, in bytes. */
  readonly linkBytes: number;
}

/** What would become of one contact or event. */
export interface PreviewLine {
  readonly email: string;
  readonly what: string;
  readonly side: 'Exchange' | 'Salesforce' | null;
  readonly item: string;
  /** Absent for contacts. */
  readonly kind?: 'Event';
}

/** What keeps a mailbox from syncing. */
export interface PreviewProblem {
  readonly email: string;
  readonly sentence: string;
  readonly remedy: string;
}

/** The JSON in `Tandem_Request__c.Result__c`, as far as screens show it. */
export interface Answer {
  readonly message?: string;
  readonly remedy?: string;
  readonly steps?: readonly Step[];
  /** Of contacts; the storage is that of both kinds. */
  readonly counts?: Counts;
  /** Of events; null where they do not sync. */
  readonly eventCounts?: Counts | null;
  /** In bytes; null when the org does not tell. */
  readonly storageLeft?: number | null;
  readonly problems?: readonly PreviewProblem[];
  readonly list?: readonly PreviewLine[];
  /** How many lines did not fit. */
  readonly more?: number;
}

/** The bridge's answer; nothing in it when there is none or it cannot be understood. */
export function answerIn(result: string | null | undefined): Answer {
  try {
    return (JSON.parse(result ?? '{}') as Answer | null) ?? {};
  } catch {
    return {};
  }
}

/** Whether the links of a preview would take over half of the storage that is left. */
export function isLarge({ counts, storageLeft }: Answer): boolean {
  return counts !== undefined && storageLeft != null && counts.linkBytes > storageLeft / 2;
}

/** An icon for each result of a step. */
export const STEP_ICONS: Readonly<Record<string, string>> = {
  passed: 'utility:success',
  warning: 'utility:warning',
  failed: 'utility:error',
  skipped: 'utility:dash',
};
