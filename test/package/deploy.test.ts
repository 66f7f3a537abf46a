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
    // A folder of reports is listed with a slash; the files of a bundle are listed by its name.
    const listed = (name: string) =>
      ['', '/'].some((end) => conversion.manifest.includes(`<members>${name}${end}</members>`));
    const missing = conversion.components.filter((component) => {
      const [type, name = ''] = component.split(':');
      return !listed(type === 'LightningComponentBundle' ? (name.split('/')[0] ?? '') : name);
    });
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
