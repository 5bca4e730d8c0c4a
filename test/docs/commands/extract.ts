/** A command that a document has. */
export interface ShownCommand {
  /** File and line. */
  readonly at: string;
  /** As a shell would be given it. */
  readonly line: string;
  /** The beginning of its output, where the document shows it; else empty. */
  readonly shown: string;
  /** Whether it stands in a sentence, which may only name it. */
  readonly prose: boolean;
}

/** A command of ours, as it is or through what runs it. */
const COMMAND = /^(?:npx |parallel |node dist\/cli\.js |)emuprove .+|^node dist\/cli\.js .+/;

const FENCE = /^```(\w*)\n(.*?)^```$/gms;

/** Commands of a document in their order: those of its fenced blocks, and those in its prose. */
export function extract(file: string, text: string): ShownCommand[] {
  const lineAt = (index: number): string => `${file}:${text.slice(0, index).split('\n').length}`;
  const fenced = [...text.matchAll(FENCE)]
    .filter(([, language]) => language === '' || language === 'sh')
    .flatMap(({ 2: block = '', index }) =>
      /^\$ /m.test(block) ? sessions(lineAt(index), block) : lines(lineAt(index), block),
    );
  const prose = text.replace(FENCE, (block) => block.replace(/[^\n]/g, ' '));
  const spans = [...prose.matchAll(/`(emuprove\s[^`]+)`/g)].map(({ 1: span = '', index }) => ({
    at: lineAt(index),
    line: span.replace(/\s+/g, ' '),
    shown: '',
    prose: true,
  }));
  return [...fenced, ...spans];
}

/** Commands without their output; one may go on after a backslash. */
function lines(at: string, block: string): ShownCommand[] {
  return block
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => COMMAND.test(line))
    .map((line) => ({ at, line, shown: '', prose: false }));
}

/** Commands behind a dollar sign, each with what it prints. */
function sessions(at: string, block: string): ShownCommand[] {
  return block
    .split(/^\$ /m)
    .map((session) => /^([^\n]*)\n(.*)$/s.exec(session) ?? [])
    .filter(([, line = '']) => COMMAND.test(line))
    .map(([, line = '', shown = '']) => ({ at, line, shown: shown.trimEnd(), prose: false }));
}
