import { flat, type StatModules } from './fixtures.ts';

/** What `stat` is asked for. */
export interface StatOptions {
  readonly top?: string;
  readonly hierarchy?: boolean;
}

/** One figure of a stat: without and with submodules, with their areas. */
interface Figure {
  readonly local: number;
  readonly all: number;
  readonly localArea?: number;
  readonly allArea?: number;
}

/** A row of a stat: how far in, what it is, and its figure. */
type StatRow = readonly [depth: 0 | 1, what: string, figure: Figure];

/**
 * `stat` as versions of Yosys from 0.57 on print it, seen of Yosys 0.69+62 (its package for
 * WebAssembly) for a design of our own: areas where a module has one, and a number of 0 left out.
 */
export function yosysNewText(modules: StatModules, options: StatOptions = {}): string {
  const { top, hierarchy = false } = options;
  const areas = Object.values(modules).some(({ area }) => area !== undefined);
  const columns = (whole: boolean): string[] => {
    const all = ['Count including submodules.', 'Area including submodules.'];
    const both = [
      ...all,
      'Local count, excluding submodules.',
      'Local area, excluding submodules.',
    ];
    const local = ['Local Count, excluding submodules.', 'Local Area, excluding submodules.'];
    const names = hierarchy ? both : whole ? all : local;
    return areas ? names : names.filter((name) => /count/i.test(name));
  };
  const drawn = (whole: boolean): string[] => {
    const names = columns(whole);
    const head = names.map((name, i) => {
      const bars = '        |'.repeat(i);
      return `${bars}        +${'-'.repeat(9 * (names.length - i))}-${name}`;
    });
    return [...head, `${'        |'.repeat(names.length)} `];
  };
  const line = (whole: boolean, [depth, what, figure]: StatRow): string[] => {
    const { local: own, all, localArea = 0, allArea = 0 } = figure;
    const both = [all, ...(areas ? [allArea] : []), own, ...(areas ? [localArea] : [])];
    const one = whole ? [all, allArea] : [own, localArea];
    if (!hierarchy && !whole && own === 0) return [];
    const numbers = hierarchy ? both : one.slice(0, areas ? 2 : 1);
    const text = numbers.map((value) => ` ${statNumber(value)}`).join('');
    return [`${text} ${'  '.repeat(depth)}${what}`];
  };
  const block = (name: string, whole: boolean): string[] => {
    const rows = rowsOf(modules, name);
    const area = flat(modules, name).area ?? 0;
    const said = hierarchy || whole ? area : (modules[name]?.area ?? 0);
    return [
      ...drawn(whole),
      ...line(whole, [0, 'wires', { local: 35, all: 70 }]),
      ...line(whole, [0, 'port bits', { local: 12, all: 24 }]),
      ...(whole ? line(whole, [0, 'memories', { local: 0, all: 0 }]) : []),
      ...rows.flatMap((row) => line(whole, row)),
      ...(area === 0
        ? []
        : [
            '',
            `   Chip area for ${whole ? 'top ' : ''}module '\\${name}': ${said.toFixed(6)}`,
            '     of which used for sequential elements: 0.000000 (0.00%)',
          ]),
      '',
    ];
  };
  return [
    '3. Printing statistics.',
    '',
    ...Object.keys(modules).flatMap((name) => [`=== ${name} ===`, '', ...block(name, false)]),
    ...(top === undefined || Object.keys(modules).length < 2
      ? []
      : [
          '=== design hierarchy ===',
          '',
          ...drawn(true),
          ...line(true, [0, top, figureOf(modules, top)]),
          // Those inside are printed with their own counts under the same head.
          ...Object.keys(modules)
            .filter((name) => name !== top)
            .flatMap((name) => line(false, [1, name, figureOf(modules, name)])),
          '',
          ...block(top, true),
        ]),
    '4. Executing CHECK pass (checking for obvious problems).',
    '',
  ].join('\n');
}

/** `stat -json` as versions of Yosys from 0.57 on print it. */
export function yosysNewJson(modules: StatModules, options: StatOptions = {}): string {
  const { top, hierarchy = false } = options;
  const texts = ({ local, all, localArea = 0, allArea = 0 }: Figure): object => ({
    count: String(all),
    area: allArea.toFixed(6),
    local_count: String(local),
    local_area: localArea.toFixed(6),
  });
  const moduleOf = (name: string, whole: boolean): object => {
    const rows = rowsOf(modules, name);
    const at = [...rows.map(([, what]) => what), 'submodules'].indexOf('submodules');
    const cells = rows.slice(1, at);
    const inner = rows.slice(at + 1);
    const none: Figure = { local: 0, all: 0 };
    const [total, apart] = [rows[0]?.[2] ?? none, rows[at]?.[2] ?? none];
    if (hierarchy) {
      const listed = (list: readonly StatRow[]): object =>
        Object.fromEntries(list.map(([, what, figure]) => [what, texts(figure)]));
      return {
        num_cells: texts(total),
        num_submodules: texts({ ...apart, local: 0 }),
        num_cells_by_type: listed(cells),
        num_submodules_by_type: listed(inner.map(([d, w, f]) => [d, w, { ...f, local: 0 }])),
      };
    }
    const value = (figure: Figure): number => (whole ? figure.all : figure.local);
    const { area = 0 } = flat(modules, name);
    return {
      num_cells: value(total),
      num_submodules: apart.all,
      ...(area === 0 ? {} : { area, sequential_area: 0 }),
      num_cells_by_type: Object.fromEntries(
        [...cells, ...inner].flatMap(([, what, figure]) =>
          value(figure) === 0 ? [] : [[what, value(figure)]],
        ),
      ),
    };
  };
  return JSON.stringify(
    {
      creator: 'Yosys 0.69+62 (git sha1 0edda7a3a, Release)',
      invocation: `stat -json ${hierarchy ? '-hierarchy ' : ''}`,
      modules: Object.fromEntries(
        Object.keys(modules).map((name) => [`\\${name}`, moduleOf(name, false)]),
      ),
      ...(top === undefined ? {} : { design: moduleOf(top, true) }),
    },
    null,
    3,
  );
}

/** Cells by type below their number, and modules below theirs. */
function rowsOf(modules: StatModules, name: string): StatRow[] {
  const own = Object.entries(modules[name]?.cells ?? {});
  const cells = own.filter(([type]) => modules[type] === undefined);
  const inner = own.filter(([type]) => modules[type] !== undefined);
  const all = flat(modules, name).cells;
  const types = [...new Set([...cells.map(([type]) => type), ...Object.keys(all)])];
  const local = new Map(cells);
  return [
    [0, 'cells', figureOf(modules, name)],
    ...types.map((type): StatRow => [
      1,
      type,
      { local: local.get(type) ?? 0, all: all[type] ?? 0 },
    ]),
    ...(inner.length === 0
      ? []
      : [[0, 'submodules', same(inner.reduce((sum, [, n]) => sum + n, 0))] as const]),
    ...inner.map(([type, n]): StatRow => [1, type, same(n)]),
  ];
}

function same(count: number): Figure {
  return { local: count, all: count };
}

function figureOf(modules: StatModules, name: string): Figure {
  const { cells, area } = flat(modules, name);
  const own = modules[name];
  const count = (of: readonly (readonly [string, number])[]): number =>
    of.reduce((sum, [, n]) => sum + n, 0);
  return {
    local: count(Object.entries(own?.cells ?? {}).filter(([type]) => modules[type] === undefined)),
    all: count(Object.entries(cells)),
    ...(own?.area === undefined ? {} : { localArea: own.area }),
    ...(area === undefined ? {} : { allArea: area }),
  };
}

/** Eight characters: a dash for none, three digits behind the point, or three in all. */
function statNumber(value: number): string {
  if (value === 0) return '-'.padStart(8);
  const short = value.toFixed(3).replace(/\.?0+$/, '');
  if (short.length <= 7) return short.padStart(8);
  const [digits = '', power = ''] = value.toExponential(2).split('e+');
  return `${digits.replace(/\.?0+$/, '')}E+${power.padStart(2, '0')}`.padStart(8);
}
