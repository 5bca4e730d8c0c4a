import { montecarloAsync, type OnProgress } from '../studies/montecarlo/montecarlo.ts';
import type { MontecarloOptions } from '../studies/montecarlo/options.ts';
import { TRUTHS, type Prepared } from './prepare.ts';
import type { MontecarloReport } from './types.ts';

/** What may be asked of a Monte Carlo study of a scenario. */
export type MontecarloRequest = Pick<
  MontecarloOptions,
  'samples' | 'seed' | 'method' | 'confidence'
>;

/** How likely the scenario passes, and how the ratio is distributed. */
export async function montecarloReport(
  prepared: Prepared,
  request: MontecarloRequest,
  onProgress?: OnProgress,
): Promise<MontecarloReport> {
  const { model, inputs, head, headline, verdict, ratio, correlation } = prepared;
  const result = await montecarloAsync(
    model,
    inputs,
    {
      ...request,
      ...(correlation === undefined ? {} : { correlation }),
      truths: [verdict, ratio, ...TRUTHS],
      logarithmic: [headline, 'proved_rate', 'native_rate'],
    },
    onProgress,
  );
  return { kind: 'montecarlo', ...head, result };
}
