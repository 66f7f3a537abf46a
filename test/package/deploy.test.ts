import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_FOLDER } from '../../scripts/metadata/source.ts';
import { convert, type Conversion } from './convert.ts';

describe('what a deploy of the package would send', () => {
  let conversion: Conversion;
  beforeAll(async () => {
    conversion = await convert(PACKAGE_FOLDER);
  });

  // Run `npx vitest run test/package/deploy.test.ts -u` after adding or removing components.
  it('is exactly the expected list of components', async () => {
    await expect(`${conversion.components.join('\n')}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'components.txt'),
    );
  });

  it('names every component in the manifest', () => {
    const missing = conversion.components.filter(
      (component) => !conversion.manifest.includes(`<members>${component.split(':')[1]}</members>`),
    );
    expect(missing).toEqual([]);
  });

  it('is for the API version of the project', () => {
    expect(conversion.manifest).toContain('<version>66.0</version>');
  });
});
