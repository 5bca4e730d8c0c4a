import { runTool } from './runTool.ts';

/** Versions of the programs. */
export interface Versions {
  /** As `0.23`. */
  readonly yosys: string;
  /** As `11.0`. */
  readonly iverilog: string;
}

/**
 * Asks the programs for their versions.
 *
 * @throws InputError if one is not installed
 */
export async function versions(): Promise<Versions> {
  const yosys = await runTool('yosys', ['-V'], '.');
  const iverilog = await runTool('iverilog', ['-V'], '.');
  return { yosys: versionIn(yosys), iverilog: versionIn(iverilog) };
}

/** The first number with a dot, with what follows it without a blank. */
function versionIn(text: string): string {
  return /\d+\.\d+\S*/.exec(text)?.[0] ?? 'unknown';
}
