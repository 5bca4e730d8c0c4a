import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Most bytes of the tarball. */
const LARGEST = 3_000_000;

/** What npm runs by itself when a package is installed. */
const INSTALL_SCRIPTS = [
  'preinstall',
  'install',
  'postinstall',
  'prepublish',
  'preprepare',
  'prepare',
];

/** What has to be in it besides code. */
const FILES = [
  'LICENSE',
  'README.md',
  'datasets/devices.csv',
  'dist/THIRD-PARTY.txt',
  'dist/builtin.json',
  'dist/index.d.ts',
  'models/EQUATIONS.md',
];

/** Packs what is built. */
export function packed(root, directory) {
  const [found] = JSON.parse(
    run(root, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', directory),
  );
  const { filename, size, unpackedSize, files } = found;
  assert.ok(size < LARGEST, `the tarball has ${size} bytes`);
  const paths = files.map(({ path }) => path);
  assert.deepEqual(
    FILES.filter((path) => !paths.includes(path)),
    [],
    'files are missing',
  );
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  assert.deepEqual(
    INSTALL_SCRIPTS.filter((name) => name in scripts),
    [],
    'npm would run scripts',
  );
  const said = `${kB(size)} kB, unpacked ${kB(unpackedSize)} kB, ${paths.length} files`;
  return { value: filename, said };
}

/** Installs it, and nothing else. */
export function installed(root, directory, tarball) {
  cpSync(`${root}scripts/install/project`, directory, { recursive: true });
  const project = { name: 'somebody', private: true, type: 'module' };
  writeFileSync(`${directory}/package.json`, JSON.stringify(project));
  run(directory, 'npm', 'install', '--no-audit', '--no-fund', `./${tarball}`);
  const { packages } = JSON.parse(readFileSync(`${directory}/package-lock.json`, 'utf8'));
  const all = Object.entries(packages).filter(([path]) => path !== '');
  const running = all.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  assert.deepEqual(running, [], 'npm would run scripts of packages');
  // The list of licences that ships says all of them.
  const listed = readFileSync(`${directory}/node_modules/emuprove/dist/THIRD-PARTY.txt`, 'utf8');
  const names = all.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13));
  const silent = names.filter((name) => name !== 'emuprove' && !listed.includes(`\n${name} `));
  assert.deepEqual(silent, [], 'THIRD-PARTY.txt leaves packages out');
  const there = run(directory, 'npm', 'ls', '--all', '--parseable').trim().split('\n');
  return { said: `${there.length - 1} packages, none with an install script` };
}

const kB = (bytes) => (bytes / 1000).toFixed(0);
