import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as api from '../../src/index.ts';
import { runCli } from '../cli/runCli.ts';

const readme = readFileSync('README.md', 'utf8');
const fences = [...readme.matchAll(/^```(\w*)\n(.*?)^```/gms)].map(([, language, text = '']) => ({
  language,
  text,
}));

/** Words of a shell line with double quotes only. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Commands of the README as they can be run here; a user's own files are not there. */
const commands = fences
  .filter(({ language, text }) => language === '' && /^emuprove /m.test(text))
  .flatMap(({ text }) => text.trim().split('\n'))
  .filter((line) => line.startsWith('emuprove ') && !/my-scenario|mine/.test(line));

describe('README.md', () => {
  it('has commands to run', () => {
    expect(commands.length).toBeGreaterThan(12);
  });

  it.each(commands)('%s', async (line) => {
    const directory = mkdtempSync(join(tmpdir(), 'emuprove-'));
    const args = words(line).slice(1);
    const moved = args.map((arg, i) => (args[i - 1] === '--out' ? join(directory, arg) : arg));
    const { code, err } = await runCli(...moved);
    expect(err.replace(/^wrote .*\n/gm, '')).toBe('');
    expect(code).toBe(0);
  });

  it('imports the model as it says', async () => {
    const code = fences.find(({ language }) => language === 'ts')?.text ?? '';
    const [, names = ''] = /^import \{([^}]+)\} from 'emuprove';/.exec(code) ?? [];
    // The package is not installed here: its names are handed to the code instead.
    const body = code.replace(/^import .*;\n/, '');
    type Run = (values: unknown) => Promise<Float64Array>;
    const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
      ...text: string[]
    ) => Run;
    const overhead = await new AsyncFunction(`{${names}}`, `${body}; return overhead;`)(api);
    const [, stated = ''] = /\/\/ ([\d,]+, [\d,]+ and [\d,]+)/.exec(code) ?? [];
    expect([...overhead].map((value) => Math.round(value).toLocaleString('en-US'))).toEqual(
      stated.split(/, | and /),
    );
  });

  it('shows the real output of a study', async () => {
    const shown = fences.find(({ text }) => text.startsWith('$ emuprove montecarlo'))?.text ?? '';
    const [command = '', ...output] = shown.split('\n');
    const { out } = await runCli(...words(command).slice(2));
    expect(output.join('\n')).not.toBe('');
    expect(out.startsWith(output.join('\n'))).toBe(true);
  });

  it('shows the real output of the main command', async () => {
    const shown = fences.find(({ text }) => text.startsWith('$ npx emuprove evaluate'))?.text ?? '';
    const { out } = await runCli('evaluate');
    expect(out.startsWith(shown.split('\n').slice(1).join('\n'))).toBe(true);
    const [, total, assumed, derived] =
      /rests on (\d+) inputs, of which (\d+) are assumed and (\d+) derived/.exec(readme) ?? [];
    expect(out).toContain(`${total ?? ''} inputs:`);
    expect(out).toContain(`${assumed ?? ''} assumed`);
    expect(out).toContain(`${derived ?? ''} analytic`);
  });
});
