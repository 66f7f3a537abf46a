import { dirname } from 'node:path';
import { compileScreens, screensOf } from '../../playground/lightning/host.ts';

/** The checkout. */
export const root = dirname(dirname(import.meta.dirname));

/** Compiles the screens once for all files of the project. */
export default (): Promise<void> => compileScreens(screensOf(root));
