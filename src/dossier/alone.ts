import type { EvaluationResult } from '../result/types.ts';
import type { Dossier } from './types.ts';

/**
 * An evaluation as a report without studies.
 *
 * @param why why there are none, for the reader
 */
export function alone(evaluation: EvaluationResult, why: string): Dossier {
  return {
    schemaVersion: '1.0',
    kind: 'report',
    tool: evaluation.tool,
    evaluation,
    doubt: null,
    map: {
      of: 'platform',
      platforms: [],
      cores: [],
      cells: [],
      own: { platform: null, core: null },
      left: `Not drawn: ${why}.`,
    },
    scaling: null,
    realTime: null,
    left: [`everything but the evaluation: ${why}`],
  };
}
