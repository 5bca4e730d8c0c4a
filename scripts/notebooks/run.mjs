// Runs the notebooks from clean, in Node: node scripts/notebooks/run.mjs [--check] [NAME…]
// Writes their outputs, or with --check says which of them would change. Needs `npm run build`.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkTypes } from './checkTypes.mjs';
import { execute } from './execute.mjs';

const folder = join(import.meta.dirname, '../../notebooks');
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const check = process.argv.includes('--check');
const files = readdirSync(folder).filter(
  (file) =>
    file.endsWith('.ipynb') && (names.length === 0 || names.some((name) => file.startsWith(name))),
);
if (files.length === 0) throw new Error(`no notebook ${names.join(', ')}`);
checkTypes(folder, files);
let changed = 0;
for (const file of files) {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = `${JSON.stringify(await execute(path, JSON.parse(before)), null, 1)}\n`;
  const same = after === before;
  if (!same) changed++;
  if (!same && !check) writeFileSync(path, after);
  console.error(`${basename(file)}: ${same ? 'as it was' : check ? 'CHANGED' : 'written'}`);
}
if (check && changed > 0) {
  console.error('the outputs are not those of this version: npm run notebooks, and look at them');
  process.exitCode = 1;
}
