import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';

/** What becomes of a call: it is carried out, at once or later; it never arrives; or it is carried out and its answer is lost. */
export type Passage =
  | { readonly kind: 'pass' }
  | { readonly kind: 'wait'; readonly until: Promise<void> }
  | { readonly kind: 'cut' }
  | { readonly kind: 'lose'; readonly done: () => void };

/** Stands in front of a service and decides about each call; the control endpoint is always let through. */
export function gate(server: Server, decide: (call: IncomingMessage) => Passage): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const passage: Passage = request.url?.startsWith('/_control') ? { kind: 'pass' } : decide(request);
    if (passage.kind === 'cut') return void request.socket.destroy();
    if (passage.kind === 'lose') loseAnswer(request, response, passage.done);
    const goOn = () => {
      for (const listener of listeners) void listener(request, response);
    };
    if (passage.kind === 'wait') void passage.until.then(goOn);
    else goOn();
  });
}

function loseAnswer(request: IncomingMessage, response: ServerResponse, done: () => void): void {
  response.write = () => true;
  response.end = () => {
    request.socket.destroy();
    done();
    return response;
  };
}
