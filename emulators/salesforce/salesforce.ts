import { startServer, type EmulatorServer } from '../kernel/server.ts';
import { registerOrgControl } from './control/routes.ts';
import { createOrgService, type OrgServiceOptions } from './service.ts';

export interface SalesforceOptions extends Omit<OrgServiceOptions, 'url'> {
  /** 0 or none takes a free port. */
  readonly port?: number | undefined;
}

/** Starts an emulated Salesforce org on 127.0.0.1. */
export async function createSalesforce(options: SalesforceOptions = {}): Promise<EmulatorServer> {
  let url = '';
  const { emulator, service, resetState } = createOrgService({ ...options, url: () => url });
  const server = await startServer({
    kernel: emulator.kernel,
    port: options.port,
    resetState,
    service,
    control: (app) => registerOrgControl(app, emulator),
  });
  url = server.url;
  return server;
}
