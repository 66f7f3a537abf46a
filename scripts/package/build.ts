import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { packageOf } from '../metadata/package.ts';
import { PACKAGE_FOLDER, readSource } from '../metadata/source.ts';
import { readBundles } from './bundles.ts';
import { convert } from './convert.ts';
import { declarationsOf, type ApexClass } from './declarations.ts';

const root = dirname(PACKAGE_FOLDER);
const types = join(root, 'build', 'types');
const output = join(root, 'build', 'package');
const expected = join(root, 'test', 'package', 'components.txt');

/** Writes what the compiler and editors need to know of the package: its fields and labels, and where `c/…` modules are. */
export function writeTypes(): void {
  mkdirSync(types, { recursive: true });
  writeFileSync(join(types, 'package.d.ts'), declarationsOf(packageOf(readSource()).pack, readClasses()));
  const components = Object.fromEntries(
    readBundles()
      .map(({ name, folder }) => [name, join(folder, `${name}.ts`)] as const)
      .filter(([, source]) => existsSync(source))
      .map(([name, source]) => [`c/${name}`, [relative(types, source).replaceAll('\\', '/')]]),
  );
  const paths = { ...components, 'tests/*': ['../../force-app/test/*'] };
  writeFileSync(join(types, 'tsconfig.json'), `${JSON.stringify({ compilerOptions: { paths } }, null, 2)}\n`);
}

function readClasses(): ApexClass[] {
  return globSync('main/default/classes/*.cls', { cwd: PACKAGE_FOLDER })
    .sort()
    .map((file) => ({
      name: basename(file, '.cls'),
      text: readFileSync(join(PACKAGE_FOLDER, file), 'utf8'),
    }));
}

/** Compiles every component's TypeScript to JavaScript beside it, in place of what earlier builds left there. */
export function compileComponents(): void {
  writeTypes();
  for (const stale of globSync('main/default/lwc/*/*.js', { cwd: PACKAGE_FOLDER }))
    rmSync(join(PACKAGE_FOLDER, stale));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', join(PACKAGE_FOLDER, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
}

/** `npm run build:package`: compiles, converts to `build/package` and says what a deploy would send. */
async function build(): Promise<void> {
  compileComponents();
  const { components } = await convert(PACKAGE_FOLDER, output);
  console.log(components.join('\n'));
  const known = readFileSync(expected, 'utf8').trim().split('\n');
  const surprising = components.filter((line) => !known.includes(line));
  const missing = known.filter((line) => !components.includes(line));
  for (const line of surprising) console.error(`not expected: ${line}`);
  for (const line of missing) console.error(`missing: ${line}`);
  console.log(`${components.length} lines, in ${relative(root, output)}`);
  if (surprising.length + missing.length > 0) process.exitCode = 1;
}

if (import.meta.main) {
  if (process.argv.includes('--types')) writeTypes();
  else await build();
}
