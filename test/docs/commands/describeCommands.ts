import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../cli/runCli.ts';
import { argumentsOf } from './argumentsOf.ts';
import { documents } from './documents.ts';
import { extract, type ShownCommand } from './extract.ts';
import { usersDirectory } from './usersFiles.ts';

/** What is said of files that were asked for, and of what to do with them. */
const EXPECTED = /^(?:wrote |next: ).*\n/gim;

/** Commands by document; what an earlier one has already is not run again. */
export function commandsByDocument(): Map<string, ShownCommand[]> {
  const seen = new Set<string>();
  const isNew = ({ line, shown }: ShownCommand): boolean => {
    const before = seen.size;
    return seen.add(`${line}\n${shown}`).size > before;
  };
  return new Map(
    documents().map((file) => [file, extract(file, readFileSync(file, 'utf8')).filter(isNew)]),
  );
}

/** Tests that the commands of a document work in their order, and print what it shows. */
export function describeCommands(file: string, commands: readonly ShownCommand[]): void {
  describe(`the commands of ${file}`, () => {
    const home = process.cwd();
    let directory = '';
    beforeAll(() => {
      directory = usersDirectory();
      process.chdir(directory);
    });
    afterAll(() => {
      process.chdir(home);
      rmSync(directory, { recursive: true });
    });

    it.each(commands.map((command) => ({ ...command, command })))(
      '$at $line',
      async ({ command, shown }) => {
        const { code, out, err } = await runCli(...argumentsOf(command, directory));
        expect(err.replace(EXPECTED, '')).toBe('');
        expect(code).toBe(0);
        expect(out.slice(0, shown.length)).toBe(shown);
      },
    );
  });
}
