import type { Request } from 'c/tandemMailbox';

/** A request that the bridge carried out, with its answer; `more` replaces values. */
export function served(kind: string, result?: object, more: Partial<Request> = {}): Request {
  return {
    id: kind,
    userId: '',
    issueId: undefined,
    kind,
    text: `${kind}: Done`,
    icon: 'utility:check',
    isOpen: false,
    answer: undefined,
    result: result && JSON.stringify(result),
    createdAt: '2026-03-01T08:30:00.000Z',
    ...more,
  };
}
