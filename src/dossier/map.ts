import type { Builtin } from '../builtin/builtin.ts';
import { numberIn, textIn, type Row } from '../datasets/types.ts';
import type { EvaluationResult, Verdict } from '../result/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { prepareSweep } from '../sweep/sweep.ts';
import type { Status, SweepRow } from '../sweep/types.ts';
import type { MapCell, MapSide, PlatformCoreMap } from './types.ts';

/**
 * Every platform with the scenario's core and with the cores that run most on the scenario's device:
 * where else this prover would qualify. Of an ASIC, every process in the place of the platforms. What
 * the scenario sets stays set.
 */
export function mapOf(
  parts: Builtin,
  scenario: Scenario,
  { rival, scenario: { device } }: Pick<EvaluationResult, 'rival' | 'scenario'>,
): PlatformCoreMap {
  const cores = [...new Set([scenario.core, ...rival.best.map(({ design }) => design)])];
  const isAsic = scenario.technology === 'asic';
  const place = isAsic ? `node=${processes(parts).join(',')}` : 'platform=*';
  const sweep = prepareSweep(parts, scenario, {
    over: [place, `core=${cores.join(',')}`],
    columns: ['reading_value'],
  });
  const column = (name: string): number => sweep.columns.findIndex((own) => own.name === name);
  const at = { reason: column('reason'), missing: column('missing') };
  const platforms = sweep.axes[0]?.labels ?? [];
  const labels = sweep.axes[1]?.labels ?? [];
  const rows = sweep.rows(0, sweep.size);
  const cells = rows.map((row): MapCell => ({
    platform: Math.floor(row.index / labels.length),
    core: row.index % labels.length,
    ratio: row.value,
    outcome: OUTCOMES[row.status],
    why: whyOf(row, at),
  }));
  // A platform without any verdict is named, and not drawn.
  const shown = platforms
    .map((_, i) => i)
    .filter((i) => cells.some((cell) => cell.platform === i && cell.outcome !== 'undecided'));
  const unknown = platforms.filter((_, i) => !shown.includes(i));
  const indexOrNull = (i: number): number | null => (i < 0 ? null : i);
  const own = isAsic ? device : scenario.platform;
  const of = isAsic ? 'process' : 'platform';
  return {
    of,
    platforms: shown.map((i) => side(parts, isAsic ? 'nodes' : 'platforms', platforms[i] ?? '')),
    cores: labels.map((label) => side(parts, 'cores', label)),
    cells: cells.flatMap((cell) => {
      const platform = shown.indexOf(cell.platform);
      return platform < 0 ? [] : [{ ...cell, platform }];
    }),
    own: {
      platform: indexOrNull(shown.findIndex((i) => platforms[i] === own)),
      core: indexOrNull(labels.indexOf(scenario.core)),
    },
    left:
      unknown.length === 0
        ? `Every ${of} of the datasets is here.`
        : `Not here, for something that is not known of them: ${unknown.join(', ')}.`,
  };
}

/** Every process that a number of nanometres means, the largest first. */
function processes({ datasets }: Builtin): string[] {
  const rows = datasets.get('nodes')?.rows ?? [];
  const size = (row: Row): number => numberIn(row, 'node_nm') ?? NaN;
  return rows
    .filter((row) => textIn(row, 'default') === 'yes')
    .sort((a, b) => size(b) - size(a))
    .map(({ key }) => key);
}

/** What does not fit or can not be computed is no pass, and no verdict either. */
const OUTCOMES: Readonly<Record<Status, Verdict>> = {
  pass: 'pass',
  fail: 'fail',
  undecided: 'undecided',
  infeasible: 'undecided',
  error: 'undecided',
};

function whyOf(
  { status, cells }: SweepRow,
  { reason, missing }: { readonly reason: number; readonly missing: number },
): string {
  if (status === 'pass') return '';
  const text = (i: number): string => {
    const cell = cells[i];
    return typeof cell === 'string' ? cell : '';
  };
  const words = (ids: string): string[] => ids.split(' ').map((id) => id.replaceAll('_', ' '));
  if (text(missing) !== '') return `not known: ${words(text(missing)).join(', ')}`;
  // Names of what fails; or, of a core that is too weak and of what goes wrong, a sentence.
  return status === 'fail' && !text(reason).includes(': ')
    ? words(text(reason)).join('; ')
    : text(reason)
        .replace(/^rival: /, 'a stronger core: ')
        .replaceAll('_', ' ');
}

function side(parts: Builtin, table: string, id: string): MapSide {
  const rows = parts.datasets.get(table)?.rows ?? [];
  const row = rows.find((own) => own.key === id || textIn(own, 'design') === id);
  return { id, title: row === undefined ? id : (textIn(row, 'name') ?? id) };
}
