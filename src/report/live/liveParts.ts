import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { toSnapshot, type Builtin } from '../../builtin/builtin.ts';
import type { Datasets } from '../../datasets/types.ts';
import type { EvaluationResult } from '../../result/types.ts';
import type { Scenario } from '../../scenario/types.ts';
import { html, trusted, type Html } from '../html/html.ts';
import { IDS, type LivePayload } from './payload.ts';

/** What the live part of a page is made from. */
export interface LiveSource {
  /** What the report was computed with. */
  readonly builtin: Builtin;
  readonly scenario: Scenario;
  /** The built-in scenario that it started from, if any. */
  readonly shipped: Scenario | undefined;
  readonly result: EvaluationResult;
  /** The code of the page, from `loadLiveScript`. */
  readonly script: string;
}

/** The live part of a page. */
export interface LiveParts {
  /** Goes below the verdict. */
  readonly section: Html;
  /** Data and code; go to the end of the body. */
  readonly scripts: Html;
  /** Sources that the content-security policy has to allow as scripts. */
  readonly hashes: readonly string[];
}

/**
 * The part of a page in which readers change inputs and see the verdict follow. It has the engine of
 * the command line and the data of the report in it, so that it needs no network.
 *
 * @throws Error for a script that would end its own element
 * @example
 * import { loadBuiltin, report, resolveScenario } from 'emuprove';
 * import { liveParts, loadLiveScript } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const dossier = await report(scenario, { samples: 4096 });
 * const script = await loadLiveScript();
 * const live = liveParts({ ...scenario, result: dossier.evaluation, script });
 * console.log(live.hashes.length); // 1
 * // renderHtml(dossier, { live }) is the page with it.
 */
export function liveParts({ builtin, scenario, shipped, result, script }: LiveSource): LiveParts {
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end its own element');
  const { value, sentence } = result.verdict;
  const payload: LivePayload = {
    snapshot: toSnapshot({ ...builtin, datasets: computedWith(builtin.datasets) }),
    // As a saved result says it, so that a page of it is the same.
    scenario: { ...scenario, meaning: scenario.meaning.trim() },
    ...(shipped === undefined ? {} : { shipped }),
    verdict: { value, sentence },
  };
  const data = deflateSync(JSON.stringify(payload), { level: 9 }).toString('base64');
  const hash = createHash('sha256').update(script).digest('base64');
  return {
    section: SECTION,
    scripts: trusted(
      `<script type="application/octet-stream;base64" id="${IDS.data}">${data}</script><script>${script}</script>`,
    ),
    hashes: [`'sha256-${hash}'`],
  };
}

/** Tables that no scenario is computed with: other provers, what they cost, and what imports read. */
const APART = ['backtest', 'cells', 'milestones', 'references', 'zkvm_figures', 'zkvms'];

function computedWith(datasets: Datasets): Datasets {
  return new Map([...datasets].filter(([id]) => !APART.includes(id)));
}

const SECTION = html`<section id="${IDS.section}">
  <h2>Try it</h2>
  <noscript
    ><p>
      With scripts on, the inputs that matter most can be moved here, and the verdict follows.
      Everything below is there without them.
    </p></noscript
  >
  <div id="${IDS.root}"></div>
</section>`;
