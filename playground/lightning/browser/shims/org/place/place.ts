/** Where the person is, as components are told and ask for it (LWC guide, "PageReference Types"). */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Parameters of the address; names of components' own have a namespace, such as `c__configuration`. */
  readonly state: Readonly<Record<string, string>>;
}

type Listener = (place: PageReference) => void;

const listeners = new Set<Listener>();

/** The address of a page, as Lightning Experience writes it; undefined for a kind of page that is not known here. */
export function addressOf({ type, attributes, state = {} }: Partial<PageReference>): string | undefined {
  const path = pathOf(type ?? '', attributes ?? {});
  const given = Object.entries(state).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return path && (query === '' ? path : `${path}?${query}`);
}

function pathOf(type: string, attributes: Readonly<Record<string, string>>): string | undefined {
  const { apiName, objectApiName, recordId, actionName, pageName, componentName } = attributes;
  switch (type) {
    case 'standard__navItemPage':
      return `/lightning/n/${apiName}`;
    case 'standard__recordPage':
      return `/lightning/r/${objectApiName ?? ''}/${recordId}/${actionName ?? 'view'}`;
    case 'standard__objectPage':
      return `/lightning/o/${objectApiName}/${actionName ?? 'home'}`;
    case 'standard__namedPage':
      return `/lightning/page/${pageName}`;
    case 'standard__component':
      return `/lightning/cmp/${componentName}`;
    case 'standard__app':
      return '/lightning';
    default:
      return undefined;
  }
}

/** The page of the present address. */
export function here(): PageReference {
  const [, , kind, ...parts] = location.pathname.split('/').map(decodeURIComponent);
  const state = Object.fromEntries(new URLSearchParams(location.search));
  const [first = '', second = '', third = ''] = parts;
  switch (kind) {
    case 'n':
      return { type: 'standard__navItemPage', attributes: { apiName: first }, state };
    case 'r': {
      const attributes = { objectApiName: first, recordId: second, actionName: third || 'view' };
      return { type: 'standard__recordPage', attributes, state };
    }
    case 'o':
      return {
        type: 'standard__objectPage',
        attributes: { objectApiName: first, actionName: second || 'home' },
        state,
      };
    case 'page':
      return { type: 'standard__namedPage', attributes: { pageName: first }, state };
    case 'cmp':
      return { type: 'standard__component', attributes: { componentName: first }, state };
    default:
      return { type: 'standard__app', attributes: {}, state };
  }
}

/** Goes to an address of this app without loading the page again. */
export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  tell();
}

/** Calls back with each page that the person goes to, until the function that it gives is called. */
export function onMove(listener: Listener): () => void {
  if (listeners.size === 0) addEventListener('popstate', tell);
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function tell(): void {
  const place = here();
  for (const listener of [...listeners]) listener(place);
}
