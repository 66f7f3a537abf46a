import { runAsProcess } from '../kernel/start.ts';
import { createSalesforce } from './salesforce.ts';

await runAsProcess(
  (options) => createSalesforce({ port: options.port, packageFolder: options.package }),
  ['package'],
);
