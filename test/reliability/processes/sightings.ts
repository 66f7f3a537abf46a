import type { IncomingMessage } from 'node:http';

/** One pass of a mailbox as Exchange sees it: it begins where the folder is first asked for changes. */
export interface SeenPass {
  readonly mailbox: string;
  /** The access token of the process: each signs in for itself. */
  readonly process: string;
}

/** What Exchange can tell of processes and their passes by the calls that reach it. */
export interface Sightings {
  see(call: IncomingMessage): void;
  /** The processes, in the order in which they came. */
  processes(): string[];
  passes(): readonly SeenPass[];
  /** Calls about a mailbox by another process than the one whose pass it is. */
  intrusions(): readonly string[];
}

export function createSightings(): Sightings {
  const seen: (SeenPass & { readonly begins: boolean; readonly what: string })[] = [];
  const note = (process: string, method: string, url: string): void => {
    const path = decodeURIComponent(url);
    // The service's own links name the mailbox as in OData: users('id').
    const mailbox = /^(?:\/v1\.0)?\/users(?:\/|\(')([^/?$']+)(?:'\))?\/contact/.exec(path)?.[1];
    if (mailbox === undefined) return;
    const begins = path.includes('/delta') && !path.includes('skiptoken');
    seen.push({ mailbox, process, begins, what: `${method} ${path.slice(0, 120)}` });
  };
  return {
    see(call) {
      const { url = '', method = '', headers } = call;
      const process = headers.authorization;
      if (process === undefined) return;
      note(process, method, url);
      if (!url.endsWith('/$batch')) return;
      const parts: Buffer[] = [];
      call.on('data', (part: Buffer) => parts.push(part));
      call.on('end', () => {
        const { requests } = JSON.parse(String(Buffer.concat(parts))) as Batch;
        for (const member of requests) note(process, member.method, member.url);
      });
    },
    processes: () => [...new Set(seen.map(({ process }) => process))],
    passes: () => seen.filter(({ begins }) => begins),
    intrusions() {
      const owners = new Map<string, string>();
      return seen.flatMap(({ mailbox, process, begins, what }) => {
        if (begins) owners.set(mailbox, process);
        return begins || (owners.get(mailbox) ?? process) === process ? [] : [what];
      });
    },
  };
}

interface Batch {
  readonly requests: readonly { readonly method: string; readonly url: string }[];
}
