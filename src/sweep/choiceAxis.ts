import { textIn } from '../datasets/types.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { ChoiceAxis } from './axis.ts';
import { unknownName, type AxisContext } from './axisContext.ts';
import { isGlob, matchesGlob } from './glob.ts';

const READINGS = ['overhead', 'per_core', 'literal'];

/** The names among which a choice is made, or undefined where the name is no choice. */
export function candidatesFor(name: string, context: AxisContext): Candidates | undefined {
  const { datasets } = context;
  const keys = (table: string): string[] => datasets.get(table)?.rows.map(({ key }) => key) ?? [];
  switch (name) {
    case 'platform':
    case 'device':
      return { first: keys(`${name}s`) };
    case 'node':
    case 'memory':
      return { first: keys(name === 'node' ? 'nodes' : 'memories') };
    case 'core': {
      const tables = context.models.some(isAsic) ? ['cores', 'asic_cores'] : ['cores'];
      const designs = tables.flatMap((table) =>
        (datasets.get(table)?.rows ?? []).map((row) => textIn(row, 'design') ?? row.key),
      );
      return { first: [...new Set(designs)], second: tables.flatMap(keys) };
    }
    case 'prover':
      return { first: [...context.provers.keys()] };
    case 'aggregation':
      return { first: ['none', 'recursive'] };
    case 'reading':
      return { first: READINGS };
    case 'scenario':
      return context.scenarios === undefined ? undefined : { first: [...context.scenarios.keys()] };
    default:
      return name.startsWith('unit.') ? unitsOf(name.slice(5), context) : undefined;
  }
}

/** Names that a pattern goes through, and those that it goes through where none of them match. */
export interface Candidates {
  readonly first: readonly string[];
  readonly second?: readonly string[];
}

/** Whether an axis is about ASICs: these are built from another set of resources. */
function isAsic({ documents }: AxisContext['models'][number]): boolean {
  return documents.some(({ technology }) => technology === 'asic');
}

function unitsOf(operation: string, { datasets, models }: AxisContext): Candidates {
  const operations = new Set(
    models.flatMap(
      ({ system }) => system.sets.get('operation')?.elements.map(({ id }) => id) ?? [],
    ),
  );
  if (!operations.has(operation)) {
    const message = `no prover here has an operation ${quote(operation)}`;
    throw unknownName('unknown-operation', message, operation, operations, 'over.unit');
  }
  const tables = models.some(isAsic) ? ['asic_units', 'units'] : ['units'];
  const rows = tables.flatMap((table) => datasets.get(table)?.rows ?? []);
  return { first: rows.filter((row) => textIn(row, 'operation') === operation).map((r) => r.key) };
}

/**
 * An axis of names.
 *
 * @throws InputError for names that none of the candidates has and patterns that match none
 */
export function choiceAxis(
  name: string,
  values: string,
  { first, second = [] }: Candidates,
  { scenarios }: AxisContext,
): ChoiceAxis {
  const path = `over.${name}`;
  const issues: Issue[] = [];
  const labels = new Set<string>();
  for (const item of values.split(',').map((value) => value.trim())) {
    const matching = (names: readonly string[]): string[] =>
      names.filter((candidate) =>
        isGlob(item) ? matchesGlob(item, candidate) : item === candidate,
      );
    const own = matching(first);
    const found = own.length > 0 ? own : matching(second);
    for (const label of found) labels.add(label);
    if (found.length > 0) continue;
    const what = name.replace(/^unit\./, 'unit of ');
    const message = `there is no ${quote(what)} ${item === '' ? 'without a name' : quote(item)}`;
    const all = [...first, ...second];
    const wanted = item.replace(/[*?]/g, '');
    const near = wanted === '' ? [] : all;
    issues.push(...unknownName('unknown-name', message, wanted, near, path).issues);
  }
  if (issues.length > 0) throw new InputError(issues);
  const axis = { kind: 'choice', name, labels: [...labels] } as const;
  return name === 'scenario' && scenarios !== undefined ? { ...axis, scenarios } : axis;
}
