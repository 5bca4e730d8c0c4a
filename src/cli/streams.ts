/** Where a command writes; the process's own streams, or buffers in tests. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard output takes colour. */
  readonly color: boolean;
  /** Columns of the terminal, or undefined where output is no terminal. */
  readonly width: number | undefined;
  /** Whether standard error is a terminal, on which progress can be shown. */
  readonly live?: boolean;
}

/** The streams of this process. Colour follows NO_COLOR, TERM and whether it is a terminal. */
export function processStreams(): Streams {
  const plain = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    color: process.stdout.isTTY && !plain,
    width: process.stdout.isTTY ? process.stdout.columns : undefined,
    live: process.stderr.isTTY,
  };
}
