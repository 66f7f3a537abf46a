import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a deploy would send: components as `Type:Name`, sorted, and the manifest that lists them. */
export interface Conversion {
  readonly components: readonly string[];
  readonly manifest: string;
}

/** Converts source to the form of the Metadata API as `sf project deploy` does, without an org and without telemetry. */
export async function convert(folder: string): Promise<Conversion> {
  process.env['SF_DISABLE_TELEMETRY'] = 'true';
  process.env['SF_DISABLE_LOG_FILE'] = 'true';
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const outputDirectory = await mkdtemp(join(tmpdir(), 'tandem-package-'));
  try {
    const set = ComponentSet.fromSource(folder);
    const result = await new MetadataConverter().convert(set, 'metadata', {
      type: 'directory',
      outputDirectory,
      genUniqueDir: false,
    });
    const components = set.getSourceComponents().toArray();
    const all = components.flatMap((component) => [component, ...component.getChildren()]);
    return {
      components: [...new Set(all.map(({ type, fullName }) => `${type.name}:${fullName}`))].sort(),
      manifest: await readFile(join(result.packagePath ?? outputDirectory, 'package.xml'), 'utf8'),
    };
  } finally {
    await rm(outputDirectory, { recursive: true, force: true });
  }
}
