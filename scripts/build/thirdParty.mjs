// What the package has of others, bundled or installed with it: versions, licences, where from.
import { readdirSync, readFileSync } from 'node:fs';

/** Licences that demand no more than to be kept with copies of what they are of. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Others that were read, and what they mean here. */
const OTHERS = {
  'MPL-2.0':
    'copyleft, but of its own files alone: it is installed as its authors publish it, unchanged, and only draws PNG',
  'SEE LICENSE IN README.md AND LICENSE':
    'that of Bitstream Vera and Arev fonts, DejaVu changes in the public domain: free to use, change and redistribute, but not under the old names, and not sold by themselves',
};

const RULE = '-'.repeat(78);

/**
 * Text of dist/THIRD-PARTY.txt.
 *
 * @param {string} root of the project
 * @param {string[]} files that were bundled
 * @throws Error for a licence that is neither permissive nor explained here
 */
export function thirdParty(root, files) {
  const bundled = bundledPackages(root, files);
  if (bundled.length === 0) throw new Error('no bundled package was recognised');
  const installed = installedPackages(root);
  const others = new Set(
    [...bundled, ...installed].flatMap(({ name, licence }) => {
      if (PERMISSIVE.includes(licence)) return [];
      if (Object.hasOwn(OTHERS, licence)) return [licence];
      throw new Error(`${name} has a licence that nobody has looked at: ${licence}`);
    }),
  );
  const line = ({ name, version, licence, source }) =>
    `${name} ${version} (${licence})${source === undefined ? '' : `, ${source}`}`;
  return [
    'Packages of others in emuprove, all from the npm registry.',
    `Most licences are permissive: ${PERMISSIVE.join(', ')}. Besides:`,
    ...[...others].map((licence) => `- ${licence}: ${OTHERS[licence]}.`),
    '\nInstalled with it, with what they install themselves:\n',
    ...installed.map(line),
    '\nBundled into its code, with their licences:\n',
    ...bundled.flatMap((one) => [RULE, `\n${line(one)}\n\n${one.texts.join('\n\n')}\n`]),
  ].join('\n');
}

/** Everything that `npm install emuprove` may install, by the lock file. */
function installedPackages(root) {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
  const all = Object.entries(packages)
    .filter(([path, { dev, peer }]) => path !== '' && dev !== true && peer !== true)
    .map(([path, { version, license, optional }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      // Parts of another package for one system each: the others are not here to say more.
      if (optional === true) return { name, version, licence: license };
      const about = JSON.parse(readFileSync(`${root}${path}/package.json`, 'utf8'));
      return { name, version, licence: license, source: sourceOf(about) };
    });
  // Two versions of one package may be needed, one version in two places is one.
  const unique = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The packages that some files come from, with the licences that these demand in a bundle. */
function bundledPackages(root, files) {
  const names = new Set(
    files.flatMap((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
  );
  return [...names].sort().map((name) => {
    const directory = `${root}node_modules/${name}`;
    const about = JSON.parse(readFileSync(`${directory}/package.json`, 'utf8'));
    const texts = readdirSync(directory)
      .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
      .map((file) => readFileSync(`${directory}/${file}`, 'utf8').trim());
    return { name, version: about.version, licence: about.license, source: sourceOf(about), texts };
  });
}

/** Where a package says that its source is. */
function sourceOf({ repository, homepage }) {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return (url ?? homepage)
    ?.replace(/^git\+/, '')
    .replace(
      /^git@github\.com:|^git:\/\/github\.com\/|^ssh:\/\/git@github\.com\//,
      'https://github.com/',
    )
    .replace(/^(?:github:)?([\w-]+\/[\w.-]+)$/, 'https://github.com/$1')
    .replace(/\.git$/, '');
}
