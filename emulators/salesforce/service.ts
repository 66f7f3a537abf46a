import { fileURLToPath } from 'node:url';
import { createKernel } from '../kernel/kernel.ts';
import type { WireAnswer, WireRequest } from '../kernel/wire.ts';
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

/** The emulated org without a server: what stands behind HTTP, or is called in the same process. */
export interface OrgService {
  readonly emulator: Emulator;
  /** Carries out one request, below the kernel's `perform`. */
  readonly service: (request: WireRequest) => Promise<WireAnswer>;
  readonly resetState: () => void;
}

export interface OrgServiceOptions {
  /** The org's own address, known when the first request comes. */
  readonly url: () => string;
  /** Folder in source format whose objects, fields and permission sets the org has; this repository's by default. */
  readonly packageFolder?: string | undefined;
  readonly latencyMs?: number | undefined;
}

/** An org with nothing in it but the package. */
export function createOrgService(options: OrgServiceOptions): OrgService {
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
  const emulator: Emulator = {
    kernel,
    state: () => (state ??= startState(kernel, metadata)),
    url: options.url,
  };
  return {
    emulator,
    service: (request) => serve(emulator, request),
    resetState: () => {
      state = undefined;
    },
  };
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
