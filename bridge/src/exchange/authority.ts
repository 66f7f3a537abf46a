import type { INetworkModule } from '@azure/msal-node';
import { Fault } from '../domain/fault.ts';
import type { Http, HttpAnswer } from '../domain/http.ts';

const publicAuthority = 'https://login.microsoftonline.com';

/** The authority that tokens are asked of, and how requests reach it. */
export interface Authority {
  /** Base URL that the sign-in library is given. */
  readonly url: string;
  readonly network: INetworkModule;
  /** Why the last request brought nothing usable; the library replaces what its network throws by an error of its own. */
  lastFault(): Fault | null;
}

/**
 * The library refuses plain http, so an authority on http (an emulated one) is named to it as the public one and only the
 * host of its requests is replaced. Real authorities, national clouds too, are left untouched.
 */
export function createAuthority(authorityUrl: string, http: Http, signal: AbortSignal): Authority {
  const plain = new URL(authorityUrl).protocol === 'http:';
  let fault: Fault | null = null;

  async function send<T>(
    url: string,
    method: 'GET' | 'POST',
    options?: { headers?: Record<string, string>; body?: string },
  ) {
    const target = plain ? url.replace(publicAuthority, new URL(authorityUrl).origin) : url;
    const { headers = {}, body = null } = options ?? {};
    let answer: HttpAnswer;
    try {
      answer = await http.send({ url: target, method, headers, body, signal });
    } catch (error) {
      signal.throwIfAborted();
      throw (fault = new Fault('TDM-X-UNREACHABLE', 'the sign-in service does not answer', error));
    }
    try {
      return { status: answer.status, headers: { ...answer.headers }, body: JSON.parse(answer.text) as T };
    } catch (error) {
      throw (fault = new Fault('TDM-X-ANSWER', `sign-in, status ${answer.status}`, error));
    }
  }

  return {
    url: plain ? publicAuthority : new URL(authorityUrl).origin,
    network: {
      sendGetRequestAsync: (url, options) => send(url, 'GET', options),
      sendPostRequestAsync: (url, options) => send(url, 'POST', options),
    },
    lastFault: () => fault,
  };
}
