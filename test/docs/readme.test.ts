import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as api from '../../src/index.ts';
import { runCli } from '../cli/runCli.ts';
import { commandsByDocument, describeCommands } from './commands/describeCommands.ts';

const readme = readFileSync('README.md', 'utf8');
const fences = [...readme.matchAll(/^```(\w*)\n(.*?)^```/gms)].map(([, language, text = '']) => ({
  language,
  text,
}));

const commands = commandsByDocument().get('README.md') ?? [];

describe('README.md', () => {
  it('has commands to run', () => {
    expect(commands.length).toBeGreaterThan(30);
  });

  it('installs the package by the name that npm gives it', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(readme).toContain(`npm install ./emuprove-${version}.tgz`);
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

  it('shows the output of the main command and of a study', () => {
    const shown = commands.filter((command) => command.shown !== '').map(({ line }) => line);
    expect(shown[0]).toBe('npx emuprove evaluate');
    expect(shown[1]).toMatch(/^emuprove montecarlo /);
  });

  it('counts the inputs of the main command', async () => {
    const { out } = await runCli('evaluate');
    const [, total, assumed, derived] =
      /rests on (\d+) inputs, of which (\d+) are assumed and (\d+) derived/.exec(readme) ?? [];
    expect(out).toContain(`${total ?? ''} inputs:`);
    expect(out).toContain(`${assumed ?? ''} assumed`);
    expect(out).toContain(`${derived ?? ''} analytic`);
  });
});

describeCommands('README.md', commands);
