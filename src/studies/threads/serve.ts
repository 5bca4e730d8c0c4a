import type { Columns, ColumnsBuilder, Recipe } from '../types.ts';
import { buildJoin } from '../switch/joinSelectors.ts';
import { buildLog } from '../switch/logColumns.ts';
import { buildSwitch } from '../switch/switchColumns.ts';
import { montecarloJob } from './montecarloJob.ts';
import type { Job, Report } from './crew.ts';
import { nodeModule } from './nodeModule.ts';
import { resampleJob } from './resampleJob.ts';
import { saltelliJob } from './saltelliJob.ts';

/** What a worker can do: it says what it has found by `tell`, and may give buffers away with it. */
export type JobRunner = (
  data: unknown,
  columns: Columns | undefined,
  tell: (news: unknown, transfer?: readonly ArrayBuffer[]) => void,
) => void;

const jobs: Readonly<Record<string, JobRunner>> = {
  montecarlo: montecarloJob,
  resample: resampleJob,
  saltelli: saltelliJob,
};

/**
 * Makes the thread that calls it a worker of studies. The script of a worker does nothing else.
 *
 * @param builders - what recipes can name, besides those that combine models
 */
export function serve(builders: Readonly<Record<string, ColumnsBuilder>>): void {
  const port = nodeModule('node:worker_threads')?.parentPort;
  if (port === undefined || port === null) throw new Error('this is the script of a worker thread');
  const known = { join: buildJoin, log10: buildLog, switch: buildSwitch, ...builders };
  const build = async ({ builder, data }: Recipe): Promise<Columns> => {
    const make = Object.hasOwn(known, builder)
      ? known[builder as keyof typeof known]
      : await exportOf(builder);
    return make(data, build);
  };
  const post = (report: Report, transfer: readonly ArrayBuffer[] = []): void => {
    port.postMessage(report, [...transfer]);
  };
  const run = async ({ job, recipe, data }: Job): Promise<void> => {
    const runner = jobs[job];
    if (runner === undefined) throw new Error(`there is no job ${job}`);
    const columns = recipe === undefined ? undefined : await build(recipe);
    runner(data, columns, (news, transfer) => {
      post({ kind: 'news', news }, transfer);
    });
  };
  port.on('message', (job: Job) => {
    run(job).catch((error: unknown) => {
      post({ kind: 'failed', error });
    });
  });
}

/** The builder that is the export of a module, e.g. `file:///home/me/model.js#build`. */
async function exportOf(builder: string): Promise<ColumnsBuilder> {
  const url = URL.canParse(builder) ? new URL(builder) : undefined;
  if (url === undefined) throw new Error(`there is no builder ${builder}`);
  const name = decodeURIComponent(url.hash.slice(1));
  url.hash = '';
  const module = (await import(url.href)) as Readonly<Record<string, unknown>>;
  const make = module[name];
  if (typeof make !== 'function') throw new Error(`${url.href} has no function ${name}`);
  return make as ColumnsBuilder;
}
