/** Rows that a Sobol study needs at least: of fewer, nothing can be said. */
export const LEAST_ROWS = 64;

/** What a study of doubt does where nothing else is asked for, on the command line and in scripts. */
export const STUDY_DEFAULTS = {
  /** Enough draws for an interval of a tenth of a percent, in well under a second. */
  montecarlo: { samples: 65_536, seed: 0, method: 'sobol', confidence: 0.95 },
  /** Draws behind each end of a bar of a sampled tornado. */
  tornado: { samples: 4_096, seed: 0 },
  /** Rows of the design. */
  sobol: { samples: 4_096, seed: 0, second: false },
  /** More than the 10 to 50 trajectories of the literature, as a row costs a microsecond here. */
  morris: { trajectories: 100, seed: 0 },
  /** Nodes a side: every fourth of them is a column of nine in the table. */
  grid: { count: 33 },
  /** Draws of both sides: half a percent for a probability, in well under a second. */
  compare: { samples: 16_384, seed: 0 },
} as const;
