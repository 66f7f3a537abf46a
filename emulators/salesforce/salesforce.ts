import { fileURLToPath } from 'node:url';
import { createKernel } from '../kernel/kernel.ts';
import { startServer, type EmulatorServer } from '../kernel/server.ts';
import { registerOrgControl } from './control/routes.ts';
import { fillOrg } from './control/startup.ts';
import { operationOf } from './rest/routes.ts';
import { invalidSession, serve } from './rest/serve.ts';
import { addPackage } from './schema/custom.ts';
import { readPackage, type PackageMetadata } from './schema/package-files.ts';
import { createStandardSchema } from './schema/standard/index.ts';
import { limitsSchema, quirksSchema } from './settings.ts';
import type { Emulator, SalesforceKernel, State } from './state.ts';
import { createOrg } from './store/org.ts';

const OWN_PACKAGE = fileURLToPath(new URL('../../force-app/main/default', import.meta.url));

export interface SalesforceOptions {
  /** 0 or none takes a free port. */
  readonly port?: number | undefined;
  /** Folder in source format whose objects, fields and permission sets the org has; this repository's by default. */
  readonly packageFolder?: string | undefined;
  readonly latencyMs?: number | undefined;
}

/** Starts an emulated Salesforce org on 127.0.0.1. */
export async function createSalesforce(options: SalesforceOptions = {}): Promise<EmulatorServer> {
  const metadata = readPackage(options.packageFolder ?? OWN_PACKAGE);
  const kernel: SalesforceKernel = createKernel({
    quirks: quirksSchema,
    limits: limitsSchema,
    latencyMs: options.latencyMs,
    describe: ({ method, path }) => {
      if (path.startsWith('/services/oauth2/token'))
        return { operation: 'POST /services/oauth2/token', token: true };
      const envelope = /\/composite(\/graph|\/batch)?\/?(\?|$)/.test(path);
      return { operation: operationOf(method, path), envelope };
    },
    expiredToken: invalidSession,
  });
  let state: State | undefined;
  let url = '';
  const emulator: Emulator = {
    kernel,
    state: () => (state ??= startState(kernel, metadata)),
    url: () => url,
  };
  const server = await startServer({
    kernel,
    port: options.port,
    resetState: () => {
      state = undefined;
    },
    service: (request) => serve(emulator, request),
    control: (app) => registerOrgControl(app, emulator),
  });
  url = server.url;
  return server;
}

function startState(kernel: SalesforceKernel, metadata: PackageMetadata): State {
  const schema = createStandardSchema();
  addPackage(schema, metadata);
  const org = createOrg({
    schema,
    now: () => kernel.clock.now(),
    quirks: () => kernel.settings().quirks,
    limits: () => kernel.settings().limits,
  });
  return {
    org,
    ...fillOrg(org, metadata),
    refs: new Map(),
    apps: new Map(),
    sessions: new Map(),
    locators: new Map(),
    usage: new Map(),
    exclusive: undefined,
  };
}
