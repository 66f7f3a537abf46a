import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a deploy would send, sorted: components as `Type:Name`, the files of Lightning web components as `Type:Name/file`. */
export interface Conversion {
  readonly components: readonly string[];
  /** The manifest that lists them. */
  readonly manifest: string;
}

/**
 * Converts source to the form of the Metadata API as `sf project deploy` does, without an org and without telemetry. What it
 * writes goes to `output` when that is given, in place of what was there, and is thrown away otherwise.
 */
export async function convert(folder: string, output?: string): Promise<Conversion> {
  process.env['SF_DISABLE_TELEMETRY'] = 'true';
  process.env['SF_DISABLE_LOG_FILE'] = 'true';
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const outputDirectory = output ?? (await mkdtemp(join(tmpdir(), 'tandem-package-')));
  try {
    await rm(outputDirectory, { recursive: true, force: true });
    const set = ComponentSet.fromSource(folder);
    const result = await new MetadataConverter().convert(set, 'metadata', {
      type: 'directory',
      outputDirectory,
      genUniqueDir: false,
    });
    const packagePath = result.packagePath ?? outputDirectory;
    const components = set.getSourceComponents().toArray();
    const all = components.flatMap((component) => [component, ...component.getChildren()]);
    const names = all.map(({ type, fullName }) => `${type.name}:${fullName}`);
    const files = globSync('lwc/**/*.*', { cwd: packagePath }).map(
      (file) => `LightningComponentBundle:${file.replaceAll('\\', '/').slice('lwc/'.length)}`,
    );
    return {
      components: [...new Set([...names, ...files])].sort(),
      manifest: await readFile(join(packagePath, 'package.xml'), 'utf8'),
    };
  } finally {
    if (output === undefined) await rm(outputDirectory, { recursive: true, force: true });
  }
}
