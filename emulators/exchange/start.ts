import { runAsProcess } from '../kernel/start.ts';
import { createExchange } from './exchange.ts';

await runAsProcess(({ port }) => createExchange({ port }));
