import type { IncomingMessage, Server } from 'node:http';
import { gate } from '../../reliability/gate.ts';
import type { Passage } from '../../reliability/gate.ts';

type Decide = (call: IncomingMessage) => Passage;

const pass: Decide = () => ({ kind: 'pass' });
const decisions = new WeakMap<Server, Decide>();

/** Has `decide` judge each call of the bridge to a service from now on, in place of whoever did before. */
export function standsBetween(server: Server, decide: Decide): void {
  if (!decisions.has(server)) gate(server, (call) => (decisions.get(server) ?? pass)(call));
  decisions.set(server, decide);
}

/** Lets every call through again. */
export function stepsAside(server: Server): void {
  decisions.set(server, pass);
}

/** Does something once, just before the first call that matches is carried out; answers whether it happened. */
export function actsBefore(
  server: Server,
  matches: (call: IncomingMessage) => boolean,
  act: () => Promise<unknown>,
): { happened(): boolean } {
  let acted = false;
  standsBetween(server, (call) => {
    if (acted || !matches(call)) return { kind: 'pass' };
    acted = true;
    return { kind: 'wait', until: act().then(() => undefined) };
  });
  return { happened: () => acted };
}
