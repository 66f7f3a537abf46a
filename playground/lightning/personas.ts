/** Somebody as whom the screens can be used. */
export interface Persona {
  readonly key: string;
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly timeZone: string;
}

/** Who is signed in, by the cookie of the browser. */
export interface Personas {
  /** What the page has to know before it loads anything. */
  signedIn(cookie: string | undefined): Promise<object>;
  /** The access token of the persona's session. */
  token(cookie: string | undefined): Promise<string>;
  /** Drops a session that the org ended; the next token is of a new one. */
  forget(cookie: string | undefined): void;
  /** The `Set-Cookie` header that signs a persona in. */
  cookieOf(key: string): string;
}

interface Session {
  readonly userId: string;
  readonly accessToken: string;
}

/** Signs personas in to the emulated org, each once. */
export function createPersonas(salesforceUrl: string, personas: readonly Persona[]): Personas {
  const sessions = new Map<string, Promise<Session>>();
  const personaOf = (cookie: string | undefined): Persona => {
    const key = /(?:^|;\s*)persona=(\w+)/.exec(cookie ?? '')?.[1];
    const found = personas.find((one) => one.key === key) ?? personas[0];
    if (!found) throw new Error('There is nobody as whom the screens could be used');
    return found;
  };
  const session = (cookie: string | undefined): Promise<Session> => {
    const { key, username } = personaOf(cookie);
    const known = sessions.get(key) ?? open(salesforceUrl, username);
    sessions.set(key, known);
    known.catch(() => sessions.delete(key));
    return known;
  };
  return {
    async signedIn(cookie) {
      const { key, timeZone } = personaOf(cookie);
      let { userId, accessToken } = await session(cookie);
      let tabs = await tabsOf(salesforceUrl, accessToken);
      if (tabs === 'signed out') {
        sessions.delete(key);
        ({ userId, accessToken } = await session(cookie));
        tabs = await tabsOf(salesforceUrl, accessToken);
      }
      const people = personas.map(({ key: one, name, role }) => ({ key: one, name, role }));
      return {
        Id: userId,
        tabs: tabs === 'signed out' ? [] : tabs,
        locale: 'en-US',
        timeZone,
        persona: key,
        personas: people,
      };
    },
    token: async (cookie) => (await session(cookie)).accessToken,
    forget: (cookie) => sessions.delete(personaOf(cookie).key),
    cookieOf: (key) => `persona=${key.replace(/\W/g, '')}; Path=/; SameSite=Lax`,
  };
}

/** The names of the package's tabs that the org shows the person. */
async function tabsOf(salesforceUrl: string, accessToken: string): Promise<string[] | 'signed out'> {
  const answer = await fetch(`${salesforceUrl}/services/data/v66.0/ui-api/nav-items?pageSize=100`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (answer.status === 401) return 'signed out';
  const { navItems } = (await answer.json()) as { navItems: { developerName: string }[] };
  return navItems.map(({ developerName }) => developerName);
}

async function open(salesforceUrl: string, username: string): Promise<Session> {
  const answer = await fetch(`${salesforceUrl}/_control/sessions/open`, {
    method: 'POST',
    body: JSON.stringify({ user: username }),
  });
  if (!answer.ok) throw new Error(`The emulated org does not sign in ${username}: ${await answer.text()}`);
  return (await answer.json()) as Session;
}
