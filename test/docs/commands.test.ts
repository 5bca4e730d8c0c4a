import { describe, expect, it } from 'vitest';
import { commandsByDocument, describeCommands } from './commands/describeCommands.ts';
import { extract } from './commands/extract.ts';
import { shellWords } from './commands/shellWords.ts';

const FENCE = '```';

/** A document with every way in which a command can stand. */
const DOCUMENT = `# Title

${FENCE}
$ npx emuprove evaluate
Passes
$ cat x
emuprove
${FENCE}

Say \`emuprove
list\` or \`npm test\`, of \`emuprove\`.

${FENCE}sh
# emuprove is run by
emuprove import a \\
  --as unit
node dist/cli.js validate
other emuprove
${FENCE}

${FENCE}ts
emuprove no
${FENCE}
`;

describe('what is taken from a document', () => {
  it('is every command, with what is shown of its output', () => {
    expect(extract('x.md', DOCUMENT)).toEqual([
      { at: 'x.md:3', line: 'npx emuprove evaluate', shown: 'Passes', prose: false },
      { at: 'x.md:13', line: 'emuprove import a --as unit', shown: '', prose: false },
      { at: 'x.md:13', line: 'node dist/cli.js validate', shown: '', prose: false },
      { at: 'x.md:10', line: 'emuprove list', shown: '', prose: true },
    ]);
  });

  it.each([
    ['emuprove sweep --over "a b=*" c=*', ['sweep', '--over', 'a b=*', 'c=*']],
    ['node dist/cli.js list cores', ['list', 'cores']],
    [`parallel emuprove a "'b=*'" {}/16 ::: $(seq 16)`, ['a', 'b=*', '1/16']],
    ['emuprove a "$((JOB_COMPLETION_INDEX + 1))/16"', ['a', '1/16']],
  ])('is what a shell makes of %s', (line, words) => {
    expect(shellWords(line, '.')).toEqual(words);
  });

  it('is something in the documents that have commands', () => {
    const counts = [...commandsByDocument()].map(([file, { length }]) => [file, length]);
    expect(counts).toEqual(
      expect.arrayContaining([
        ['README.md', expect.any(Number)],
        ['src/importers/README.md', expect.any(Number)],
      ]),
    );
  });
});

// The README has its own file, so that the two run beside each other.
for (const [file, commands] of commandsByDocument())
  if (file !== 'README.md' && commands.length > 0) describeCommands(file, commands);
