import type { OnProgress } from '../studies/montecarlo/montecarlo.ts';
import type { MontecarloOptions } from '../studies/montecarlo/options.ts';
import type { ThreadOptions } from '../studies/threads/crew.ts';
import { montecarloThreads } from '../studies/threads/montecarloThreads.ts';
import type { WantedOutput } from './outputs.ts';
import { TRUTHS, type Prepared } from './prepare.ts';
import type { MontecarloReport } from './types.ts';

/** What may be asked of a Monte Carlo study of a scenario. */
export type MontecarloRequest = Pick<
  MontecarloOptions,
  'samples' | 'seed' | 'method' | 'confidence'
> &
  Pick<ThreadOptions, 'threads'>;

/** How likely the scenario passes, and how the ratio is distributed. */
export async function montecarloReport(
  prepared: Prepared,
  request: MontecarloRequest,
  onProgress?: OnProgress,
): Promise<MontecarloReport> {
  const { model, inputs, head, headline, verdict, ratio, correlation, wanted } = prepared;
  const keys = (chosen: (output: WantedOutput) => boolean): string[] =>
    wanted.filter(chosen).map(({ key }) => key);
  const result = await montecarloThreads(
    model,
    inputs,
    {
      ...request,
      ...(correlation === undefined ? {} : { correlation }),
      truths: [...new Set([verdict, ratio, ...TRUTHS, ...keys(({ truth }) => truth)])],
      logarithmic: [headline, 'proved_rate', 'native_rate', ...keys(({ log10 }) => log10)],
    },
    onProgress,
  );
  const asked = [...new Set(keys(({ truth }) => !truth))].filter((key) => key !== headline);
  return { kind: 'montecarlo', ...head, asked, result };
}
