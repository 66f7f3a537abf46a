import { createServer } from 'node:net';

/** The first port from the wished one on that nobody listens on; 0, any free one, when twenty in a row are taken. */
export async function freePort(wished: number): Promise<number> {
  for (let port = wished; port < wished + 20; port += 1) if (await isFree(port)) return port;
  return 0;
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port }, () => probe.close(() => resolve(true)));
  });
}
