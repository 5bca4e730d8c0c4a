/** What cores and provers are built from. */
export const TECHNOLOGIES = ['fpga', 'asic'] as const;

/** One of {@link TECHNOLOGIES}. */
export type Technology = (typeof TECHNOLOGIES)[number];
