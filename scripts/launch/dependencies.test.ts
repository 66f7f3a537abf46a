import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { installDependencies } from './dependencies.mjs';

let root: string;
let installs: number;

/** An npm that installs: the folder is there afterwards. */
const npm = () => {
  installs += 1;
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  return { status: 0, output: '' };
};
const install = () => installDependencies({ root, npm, say: () => {} });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tandem-dependencies-'));
  installs = 0;
  writeFileSync(join(root, 'package-lock.json'), '{"packages": 1}');
});

describe('installing the dependencies', () => {
  it('installs once for a lock file', () => {
    install();
    install();
    expect(installs).toBe(1);
  });

  it('installs again when the lock file changed', () => {
    install();
    writeFileSync(join(root, 'package-lock.json'), '{"packages": 2}');
    install();
    expect(installs).toBe(2);
  });

  it('installs again when somebody removed node_modules', () => {
    install();
    rmSync(join(root, 'node_modules'), { recursive: true });
    install();
    expect(installs).toBe(2);
  });

  it('shows what npm said only when it failed, and tries again the next time', () => {
    const failing = () =>
      installDependencies({ root, npm: () => ({ status: 1, output: 'EAI_AGAIN' }), say: () => {} });
    expect(failing).toThrow(/EAI_AGAIN[^]*npm ping/);
    install();
    expect(installs).toBe(1);
  });
});
