import { numberIn, textIn, type Datasets, type Row, type Stage } from '../datasets/types.ts';
import type { Milestone, PublishedFigure, System } from './types.ts';

/** Limits that a milestone may set, by the name of their column. */
const LIMITS = [
  'overhead',
  'proof_kb',
  'verify_ms',
  'witness_ratio',
  'native_ratio',
  'memory_gb',
] as const;

/** Rows of a table; none where it is missing. */
function rows(datasets: Datasets, table: string): readonly Row[] {
  return datasets.get(table)?.rows ?? [];
}

/** A property that is left out where its cell is blank. */
function given<K extends string, T>(
  name: K,
  value: T | undefined,
): Readonly<Partial<Record<K, T>>> {
  return (value === undefined ? {} : { [name]: value }) as Readonly<Partial<Record<K, T>>>;
}

/** The milestones of datasets/milestones.csv, in its order, which is that of the roadmap. */
export function readMilestones(datasets: Datasets): Milestone[] {
  return rows(datasets, 'milestones').map((row) => ({
    id: row.key,
    title: textIn(row, 'title') ?? row.key,
    short: textIn(row, 'short') ?? row.key,
    group: textIn(row, 'group') ?? '',
    rule: textIn(row, 'rule') ?? '',
    condition: textIn(row, 'condition') ?? '',
    limits: Object.fromEntries(
      LIMITS.flatMap((name) => {
        const value = numberIn(row, name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    source: textIn(row, 'source') ?? '',
    ...given('part', textIn(row, 'part')),
    ...given('url', textIn(row, 'source_url')),
    ...given('date', textIn(row, 'date')),
    ...given('note', textIn(row, 'note')),
  }));
}

/** The systems of datasets/zkvms.csv, by name. */
export function readSystems(datasets: Datasets): System[] {
  return rows(datasets, 'zkvms')
    .map((row) => ({
      id: row.key,
      name: textIn(row, 'name') ?? row.key,
      isa: textIn(row, 'isa') ?? '',
      provers: (textIn(row, 'provers') ?? '').split(/\s+/).filter((id) => id !== ''),
      source: textIn(row, 'source') ?? '',
      ...given('isaName', textIn(row, 'isa_name')),
      ...given('field', textIn(row, 'field')),
      ...given('proofSystem', textIn(row, 'proof_system')),
      ...given('smallerProof', textIn(row, 'smaller_proof')),
      ...given('smallerProofSource', textIn(row, 'smaller_proof_source')),
      ...given('url', textIn(row, 'source_url')),
      ...given('note', textIn(row, 'note')),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The figures of datasets/zkvm_figures.csv. */
export function readFigures(datasets: Datasets): PublishedFigure[] {
  return rows(datasets, 'zkvm_figures').map((row) => {
    const text = <K extends string>(
      name: K,
      column: string,
    ): Readonly<Partial<Record<K, string>>> => given(name, textIn(row, column));
    const number = <K extends string>(
      name: K,
      column: string,
    ): Readonly<Partial<Record<K, number>>> => given(name, numberIn(row, column));
    return {
      id: row.key,
      system: textIn(row, 'system') ?? '',
      version: textIn(row, 'version') ?? '',
      workload: textIn(row, 'workload') ?? '',
      scope: textIn(row, 'scope') ?? '',
      stage: (textIn(row, 'stage') ?? 'assumed') as Stage,
      rank: textIn(row, 'rank') ?? '',
      source: textIn(row, 'source') ?? '',
      ...text('programs', 'programs'),
      ...text('hardware', 'hardware'),
      ...text('processor', 'processor'),
      ...number('devices', 'devices'),
      ...number('threads', 'threads'),
      ...text('precompiles', 'precompiles'),
      ...text('counts', 'counts'),
      ...text('zeroKnowledge', 'zero_knowledge'),
      ...number('cycles', 'cycles'),
      ...number('proveS', 'prove_s'),
      ...number('cyclesPerS', 'cycles_per_s'),
      ...text('bound', 'bound'),
      ...number('witnessKb', 'witness_kb'),
      ...number('proofKb', 'proof_kb'),
      ...number('verifyMs', 'verify_ms'),
      ...number('memoryGb', 'memory_gb'),
      ...number('securityBits', 'security_bits'),
      ...text('securityBasis', 'security_basis'),
      ...text('verified', 'verified'),
      ...text('unverified', 'unverified'),
      ...text('unverifiedPart', 'unverified_part'),
      ...text('date', 'date'),
      ...text('url', 'source_url'),
      ...text('note', 'note'),
    };
  });
}
