import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFiles } from '../src/builtin/readFiles.ts';
import type { ModelDocument, Quantity, StatedValue } from '../src/model/types.ts';

const HEAD = `# The equations

Generated from the files beside it (\`npm run equations\`; a test compares), so that it can not drift.
[README.md](README.md) explains the language, and does the default scenario by hand.
`;

/** Every quantity of the models and what computes it, as Markdown. */
export function equations(root: string): string {
  const { models } = readFiles(root);
  return [HEAD, ...models.map(section)].join('\n');
}

/** Writes {@link equations} to where they are read. */
export function writeEquations(root: string): void {
  writeFileSync(join(root, 'models/EQUATIONS.md'), equations(root));
}

function section({ id, version, title, meaning, source, file, quantities }: ModelDocument): string {
  const rows = quantities.map(
    (quantity) =>
      `| \`${indexed(quantity)}\` | ${cell(quantity.unit)} | ${cell(howOf(quantity))} | ${cell(`${quantity.title}. ${sentence(quantity.meaning)}`)} |`,
  );
  return `## ${title}

${sentence(meaning)} \`${file}\`, ${id} ${version}; ${sentence(source)}

| quantity | unit | how | what it is |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** `need[operation, resource]`. */
function indexed({ name, over }: Quantity): string {
  return over.length === 0 ? name : `${name}[${over.join(', ')}]`;
}

function howOf(quantity: Quantity): string {
  const { from, constant, defaults = {}, body } = quantity;
  const ways: string[] = [];
  if (constant !== undefined) ways.push(`${constant}, always`);
  if (from !== undefined) ways.push(`from \`${from}\``);
  if (body.kind === 'formula') ways.push(...body.alternatives.map(({ text }) => `\`${text}\``));
  if (body.kind === 'cases') {
    ways.push(...Object.entries(body.cases).map(([key, { text }]) => `${key}: \`${text}\``));
  }
  ways.push(...Object.entries(defaults).map(([key, stated]) => defaultText(key, stated)));
  return ways.length === 0 ? 'given from outside' : ways.join('; else ');
}

function defaultText(
  key: string,
  { value, low, high, stage, source, design }: StatedValue,
): string {
  const of = key === '' ? '' : ` for ${key}`;
  const range = low === undefined || high === undefined ? '' : `, ${low} to ${high}`;
  return `${value}${of} (${design === true ? 'a choice' : stage}${range}: ${source})`;
}

/** Text with one full stop at its end. */
function sentence(text: string): string {
  return `${text.trim().replace(/\.$/, '')}.`;
}

/** Text as a cell of a table, on one line. */
function cell(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
