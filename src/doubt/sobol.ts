import { InputError } from '../issues/issue.ts';
import { checkWhole } from '../studies/checkNumber.ts';
import type { InputGroup } from '../studies/sobol/types.ts';
import type { ThreadOptions } from '../studies/threads/crew.ts';
import { sobolThreads } from '../studies/threads/sobolThreads.ts';
import { LEAST_ROWS } from './defaults.ts';
import { log10Name, logarithmic } from './logarithmic.ts';
import { refuseCorrelation, type Prepared } from './prepare.ts';
import type { SobolReport } from './types.ts';

/** Rows beyond which a result is no better and only larger. */
const MOST_ROWS = 2 ** 31;

/** Draws of the bootstrap behind the intervals of Sobol indices. */
const RESAMPLES = 1_000;

/** What may be asked of a Sobol study of a scenario. */
export interface SobolRequest extends Pick<ThreadOptions, 'threads'> {
  readonly samples: number;
  readonly seed: number;
  /** Inputs that are moved together. */
  readonly groups?: readonly InputGroup[];
  /** Whether pairs are analysed too. */
  readonly second?: boolean;
}

/**
 * Which inputs the spread of log10 of the ratio, the doubt of the verdict, and the spread of any
 * other quantity come from.
 *
 * @param onProgress called now and then with the share of the work that is done, 0 to 1
 * @throws InputError for inputs drawn together, whose shares of the variance are not defined, for
 *   groups that share an input or a name, and for too few rows to say anything
 */
export async function sobolReport(
  prepared: Prepared,
  request: SobolRequest,
  onProgress?: (share: number) => void,
): Promise<SobolReport> {
  const { model, inputs, head, headline, verdict, wanted } = prepared;
  const { seed } = request;
  refuseCorrelation(prepared);
  const issues = checkWhole('samples', request.samples, LEAST_ROWS, MOST_ROWS);
  if (issues.length > 0) throw new InputError(issues);
  const logs = [...new Set([headline, ...wanted.flatMap(({ key, log10 }) => (log10 ? key : []))])];
  const outputs = [log10Name(headline), verdict];
  outputs.push(...wanted.map(({ key, log10 }) => (log10 ? log10Name(key) : key)));
  const result = await sobolThreads(
    logarithmic(model, logs),
    inputs,
    { ...request, outputs: [...new Set(outputs)], resamples: RESAMPLES },
    onProgress,
  );
  return { kind: 'sobol', ...head, seed, result };
}
