import { chromiumPath } from './chromium.ts';

/** Has Chromium installed before the files of the project begin: of several that install it at once all but one would fail. */
export default (): void => void chromiumPath();
