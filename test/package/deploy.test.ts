import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_FOLDER } from '../../scripts/metadata/source.ts';
import { compileComponents } from '../../scripts/package/build.ts';
import { readBundles } from '../../scripts/package/bundles.ts';
import { convert, type Conversion } from '../../scripts/package/convert.ts';

describe('what a deploy of the package would send', () => {
  let conversion: Conversion;
  beforeAll(async () => {
    compileComponents();
    conversion = await convert(PACKAGE_FOLDER);
  });

  // Run `npx vitest run test/package/deploy.test.ts -u` after adding or removing components.
  it('is exactly the expected list of components', async () => {
    await expect(`${conversion.components.join('\n')}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'components.txt'),
    );
  });

  it('names every component in the manifest', () => {
    const missing = conversion.components
      .filter((component) => !component.includes('/'))
      .filter((component) => !conversion.manifest.includes(`<members>${component.split(':')[1]}</members>`));
    expect(missing).toEqual([]);
  });

  it('has the JavaScript of every component and nothing that only developers need', () => {
    const sources = readBundles().flatMap(({ name, files }) =>
      files.filter((file) => file.endsWith('.ts')).map((file) => `${name}/${file.split('/').at(-1) ?? ''}`),
    );
    const sent = conversion.components.map((component) => component.replace('LightningComponentBundle:', ''));
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(sent).toContain(source.replace(/\.ts$/, '.js'));
    expect(sent.filter((file) => /\.ts$|__tests__|tsconfig/.test(file))).toEqual([]);
  });

  it('is for the API version of the project', () => {
    expect(conversion.manifest).toContain('<version>66.0</version>');
  });
});
