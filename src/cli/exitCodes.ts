/** Exit codes of the command line, as its help documents them. */
export const EXIT = {
  /** Done; and the criterion is met where `--check` asked. */
  ok: 0,
  /** A fault of the program. */
  internal: 1,
  /** Bad usage or bad input. */
  input: 2,
  /** A condition of `--check` does not hold. */
  check: 3,
  /** Interrupted by Ctrl-C or a scheduler; what was done is kept. */
  interrupted: 130,
} as const;
