import type { Http } from '../domain/http.ts';
import type { ExchangeUserId } from '../domain/ids.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import type { Exchange } from './exchange.ts';
import { findMailbox } from './find-mailbox.ts';
import type { Gate } from './gate.ts';
import { createGate } from './gate.ts';
import { createHttp } from './http.ts';
import type { Log } from '../domain/log.ts';
import { createMailbox } from './mailbox.ts';
import { createTransport } from './request.ts';
import { createSender } from './sender.ts';
import { createTokens } from './token.ts';

/** What connecting to Exchange Online takes. */
export interface ExchangeOptions {
  readonly tenantId: string;
  readonly clientId: string;
  /** The app's certificate, PEM. */
  readonly certificatePem: string;
  /** Its private key, PEM. */
  readonly privateKeyPem: string;
  readonly graphUrl?: string;
  readonly authorityUrl?: string;
  /** Contacts that a page of a round is asked to have. */
  readonly pageSize?: number;
  readonly log: Log;
  readonly clock?: Clock;
  /** Carries the requests, in place of the network. */
  readonly http?: Http;
}

/** Exchange Online of one tenant through Microsoft Graph v1.0. Nothing is sent before the first call. */
export function createExchange(options: ExchangeOptions): Exchange {
  const {
    graphUrl = 'https://graph.microsoft.com',
    authorityUrl = 'https://login.microsoftonline.com',
    pageSize = 100,
    clock = systemClock,
    http = createHttp(),
    log,
  } = options;
  const closing = new AbortController();
  const tokens = createTokens({
    ...options,
    graphUrl,
    authorityUrl,
    http,
    clock,
    signal: closing.signal,
  });
  const transport = createTransport({ graphUrl, tokens, http, log });
  const directory = createSender({ transport, gate: createGate(clock), clock, signal: closing.signal });
  const gates = new Map<ExchangeUserId, Gate>();

  function gateOf(id: ExchangeUserId): Gate {
    const gate = gates.get(id) ?? createGate(clock);
    gates.set(id, gate);
    return gate;
  }

  return {
    async signIn() {
      await tokens.current();
    },
    findMailbox: (email) => findMailbox(directory, email),
    mailbox(id, signal) {
      const either = AbortSignal.any([signal, closing.signal]);
      const sender = createSender({ transport, gate: gateOf(id), clock, signal: either });
      return createMailbox({ id, sender, clock, graphUrl, pageSize });
    },
    async close() {
      closing.abort(new Error('The connection to Exchange was closed.'));
      await http.close();
    },
  };
}
