import userId from '@salesforce/user/Id';

/** What somebody typed into one part of a configuration and did not save. */
export interface Draft<Content> {
  /** When it was changed last. */
  readonly at: string;
  readonly content: Content;
}

/** Where settings, filters or field mappings of a configuration are kept until the browser tab is closed, for this person alone. */
const PREFIX = `tandem draft ${userId}`;
const keyOf = (configurationId: string, part: string) => `${PREFIX} ${configurationId} ${part}`;

/** Keeps a draft in the place of a former one. Where the browser keeps nothing, editing goes on without. */
export function keepDraft(configurationId: string, part: string, content: object): void {
  const draft: Draft<object> = { at: new Date().toISOString(), content };
  inStorage((storage) => storage.setItem(keyOf(configurationId, part), JSON.stringify(draft)));
}

/** The draft of one part, unless there is none. */
export function keptDraft<Content>(configurationId: string, part: string): Draft<Content> | undefined {
  const text = inStorage((storage) => storage.getItem(keyOf(configurationId, part)));
  return text ? (JSON.parse(text) as Draft<Content>) : undefined;
}

/** Forgets the draft of one part. */
export function forgetDraft(configurationId: string, part: string): void {
  inStorage((storage) => storage.removeItem(keyOf(configurationId, part)));
}

/** Forgets what was typed in any part of a configuration. */
export function forgetDrafts(configurationId: string): void {
  for (const [id, part] of places()) if (id === configurationId) forgetDraft(id, part);
}

/** Where in the configuration, and when, something was typed last that is not saved; nothing where all is saved. */
export function newestDraft(configurationId: string): { part: string; at: string } | undefined {
  const drafts = places()
    .filter(([id]) => id === configurationId)
    .map(([id, part]) => ({ part, at: keptDraft(id, part)?.at ?? '' }));
  return drafts.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
}

function places(): (readonly [configurationId: string, part: string])[] {
  const keys = inStorage((storage) => Object.keys(storage)) ?? [];
  return keys
    .filter((key) => key.startsWith(`${PREFIX} `))
    .map((key) => {
      const [configurationId = '', part = ''] = key.slice(PREFIX.length + 1).split(' ');
      return [configurationId, part] as const;
    });
}

/** Browsers refuse storage by an exception: when it is switched off, or full. */
function inStorage<Value>(act: (storage: Storage) => Value): Value | undefined {
  try {
    return act(window.sessionStorage);
  } catch {
    return undefined;
  }
}
