/**
 * Reports written in the layout of their tools, for figures that a test chooses. No file of a
 * tool or a repository is copied; README.md says where the layouts were seen.
 */

type Row = readonly (string | number)[];

/** A table with `+---+` rules; the first column is flush left. */
export function box(rows: readonly Row[], separator = '|'): string {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => String(row[i] ?? '').length)),
  );
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
  const line = (row: Row): string => {
    const cells = widths.map((width, i) => {
      const text = String(row[i] ?? '');
      return ` ${i === 0 ? text.padEnd(width) : text.padStart(width)} `;
    });
    return `${separator}${cells.join(separator)}${separator}`;
  };
  const [head = [], ...body] = rows;
  const lines = [rule, line(head), rule, ...body.map(line)];
  return [...lines, ...(body.length > 0 ? [rule] : [])].join('\n');
}

/** The head of a Vivado report. */
export function vivadoHead(options: {
  version?: string;
  design?: string;
  part?: string;
  state?: string;
  command?: string;
}): string {
  const { version = '2023.2', design = 'top', part = 'xc7a100tcsg324-1' } = options;
  const { state = 'Routed', command = 'report_utilization' } = options;
  const rule = '-'.repeat(100);
  return [
    'Copyright 1986-2022 Xilinx, Inc. All Rights Reserved.',
    rule,
    `| Tool Version : Vivado v.${version} (lin64) Build 1 Fri Oct 13 20:13:54 MDT 2023`,
    '| Date         : Tue Mar  5 12:34:56 2024',
    '| Host         : somewhere running 64-bit Linux',
    `| Command      : ${command}`,
    `| Design       : ${design}`,
    `| Device       : ${part}`,
    '| Speed File   : -1',
    `| Design State : ${state}`,
    rule,
    '',
  ].join('\n');
}

/** Figures of {@link vivadoUtilization}. */
export interface Sites {
  readonly lut: number;
  readonly memory: number;
  readonly ff: number;
  readonly ramb36: number;
  readonly ramb18: number;
  readonly uram?: number;
  readonly dsp: number;
}

/** How a version and family of Vivado write the same. */
export interface VivadoStyle {
  readonly luts: string;
  readonly registers: string;
  readonly dsps: string;
  /** Columns between Used and Available. */
  readonly columns: readonly string[];
}

export const SEVEN_2017: VivadoStyle = {
  luts: 'Slice LUTs',
  registers: 'Slice Registers',
  dsps: 'DSPs',
  columns: ['Fixed'],
};
export const SEVEN_2023: VivadoStyle = { ...SEVEN_2017, columns: ['Fixed', 'Prohibited'] };
export const ULTRASCALE: VivadoStyle = {
  ...SEVEN_2023,
  luts: 'CLB LUTs',
  registers: 'CLB Registers',
};
export const VERSAL: VivadoStyle = { ...ULTRASCALE, registers: 'Registers', dsps: 'DSP Slices' };

/** A flat report of `report_utilization`. */
export function vivadoUtilization(
  { lut, memory, ff, ramb36, ramb18, uram, dsp }: Sites,
  style: VivadoStyle = SEVEN_2023,
  head: Parameters<typeof vivadoHead>[0] = {},
): string {
  const { luts, registers, dsps, columns } = style;
  const table = (rows: readonly (readonly [string, number])[]): string =>
    box([
      ['Site Type', 'Used', ...columns, 'Available', 'Util%'],
      ...rows.map(([name, used]) => [name, used, ...columns.map(() => 0), 99999, '0.10']),
    ]);
  const logic = luts.replace(' LUTs', ' Logic');
  const contents = [`1. ${logic}`, '1.1 Summary of Registers by Type', '2. Memory', '3. DSP'];
  return [
    vivadoHead(head),
    'Utilization Design Information',
    '',
    'Table of Contents',
    '-----------------',
    ...contents,
    '4. Black Boxes',
    '',
    contents[0],
    '------------',
    '',
    table([
      [luts, lut],
      ['  LUT as Logic', lut - memory],
      ['  LUT as Memory', memory],
      ['    using O5 output only', 1],
      ['    LUT as Shift Register', 2],
      ['    using O5 output only', 7],
      [registers, ff],
      ['  Register as Flip Flop', ff],
    ]),
    '',
    '',
    contents[1],
    '--------------------------------',
    '',
    box([
      ['Total', 'Clock Enable', 'Synchronous', 'Asynchronous'],
      [12, 'Yes', 'Set', '-'],
    ]),
    '',
    '',
    contents[2],
    '---------',
    '',
    table([
      ['Block RAM Tile', ramb36 + ramb18 / 2],
      ['  RAMB36/FIFO*', ramb36],
      ['  RAMB18', ramb18],
      ...(uram === undefined ? [] : [['URAM', uram] as const]),
    ]),
    '* Note: Each Block RAM Tile only has one FIFO logic available',
    '',
    '',
    contents[3],
    '------',
    '',
    table([[dsps, dsp]]),
    '',
    '',
    '4. Black Boxes',
    '--------------',
    '',
    box([['Ref Name', 'Used']]),
    '',
    '',
  ].join('\n');
}

/** An instance in {@link vivadoHierarchy}: how far in, its name, LUTs by kind, FFs, RAMs, DSPs. */
export type InstanceRow = readonly [
  depth: number,
  name: string,
  logic: number,
  lutram: number,
  srl: number,
  ff: number,
  ramb36: number,
  ramb18: number,
  dsp: number,
];

/** A report of `report_utilization -hierarchical`. */
export function vivadoHierarchy(rows: readonly InstanceRow[], dsps = 'DSP Blocks'): string {
  return [
    vivadoHead({ command: 'report_utilization -hierarchical' }),
    'Utilization Design Information',
    '',
    'Table of Contents',
    '-----------------',
    '1. Utilization by Hierarchy',
    '',
    '1. Utilization by Hierarchy',
    '---------------------------',
    '',
    box([
      [
        'Instance',
        'Module',
        'Total LUTs',
        'Logic LUTs',
        'LUTRAMs',
        'SRLs',
        'FFs',
        'RAMB36',
        'RAMB18',
        dsps,
      ],
      ...rows.map(([depth, name, logic, lutram, srl, ...rest]) => [
        `${'  '.repeat(depth)}${name}`,
        '(top)',
        logic + lutram + srl,
        logic,
        lutram,
        srl,
        ...rest,
      ]),
    ]),
    '* Note: The sum of lower-level cells may be larger than their parent cells total',
    '',
  ].join('\n');
}

/** A clock in {@link vivadoTiming}: name, period, and slack where it has paths. */
export type ClockRow = readonly [name: string, period: number, wns?: number];

/** A report of `report_timing_summary`. */
export function vivadoTiming(
  clocks: readonly ClockRow[],
  head: Parameters<typeof vivadoHead>[0] = {},
): string {
  const rule = '-'.repeat(96);
  const title = (text: string): string[] => [
    rule,
    `| ${text}`,
    `| ${'-'.repeat(text.length)}`,
    rule,
    '',
  ];
  const width = Math.max(5, ...clocks.map(([name]) => name.trimStart().length + 2));
  const pad = (text: string, to: number): string => text.padEnd(to);
  return [
    vivadoHead({ part: '7a100t-csg324', command: 'report_timing_summary', ...head }),
    'Timing Summary Report',
    '',
    ...title('Design Timing Summary'),
    '    WNS(ns)      TNS(ns)  TNS Failing Endpoints',
    '    -------      -------  ---------------------',
    '      0.123        0.000                      0',
    '',
    ...title('Clock Summary'),
    `${pad('Clock', width)}  Waveform(ns)         Period(ns)      Frequency(MHz)`,
    `${pad('-----', width)}  ------------         ----------      --------------`,
    ...clocks.map(
      ([name, period]) =>
        `${pad(name, width)}  ${pad(`{0.000 ${(period / 2).toFixed(3)}}`, 19)}  ${pad(period.toFixed(3), 14)}  ${(1000 / period).toFixed(3)}`,
    ),
    '',
    '',
    ...title('Intra Clock Table'),
    `${pad('Clock', width)}      WNS(ns)      TNS(ns)  TNS Failing Endpoints     WPWS(ns)`,
    `${pad('-----', width)}      -------      -------  ---------------------     --------`,
    ...clocks.map(([name, , wns]) =>
      wns === undefined
        ? `${pad(name, width)}${' '.repeat(49)}${'2.000'.padStart(13)}`
        : `${pad(name, width)}${wns.toFixed(3).padStart(13)}${'0.000'.padStart(13)}${'0'.padStart(23)}${'2.000'.padStart(13)}`,
    ),
    '',
    '',
    ...title('Inter Clock Table'),
    'From Clock    To Clock          WNS(ns)',
    '----------    --------          -------',
    '',
    '',
  ].join('\n');
}

/** A `fit.summary` of Quartus. */
export function quartusSummary(pairs: Readonly<Record<string, string>>): string {
  const all = {
    'Fitter Status': 'Successful - Wed Feb 22 00:48:17 2023',
    'Quartus Prime Version': '17.0.0 Build 595 04/25/2017 SJ Lite Edition',
    'Revision Name': 'rev',
    'Top-level Entity Name': 'top',
    ...pairs,
  };
  return `${Object.entries(all)
    .map(([key, value]) => `${key} : ${value}`)
    .join('\n')}\n`;
}

/** Summary pairs of a design in a Cyclone V. */
export const CYCLONE_V: Readonly<Record<string, string>> = {
  Family: 'Cyclone V',
  Device: '5CSEMA5F31C6',
  'Logic utilization (in ALMs)': '4,222 / 32,070 ( 13 % )',
  'Total registers': '1595',
  'Total block memory bits': '2,097,152 / 4,065,280 ( 52 % )',
  'Total RAM Blocks': '256 / 397 ( 64 % )',
  'Total DSP Blocks': '3 / 87 ( 3 % )',
};

/** Summary pairs of a design in a MAX 10. */
export const MAX_10: Readonly<Record<string, string>> = {
  Family: 'MAX 10',
  Device: '10M50DAF484C7G',
  'Total logic elements': '5,354 / 49,760 ( 11 % )',
  '    Total combinational functions': '4,801 / 49,760 ( 10 % )',
  'Total registers': '2466',
  'Total memory bits': '2,048 / 1,677,312 ( < 1 % )',
  'Embedded Multiplier 9-bit elements': '4 / 288 ( 1 % )',
};

/** A fit report of Quartus: the summary as a table, and the resources with or without a column %. */
export function quartusFit(
  pairs: Readonly<Record<string, string>>,
  resources: readonly (readonly [string, string])[],
  percent = false,
): string {
  const all = quartusSummary(pairs)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' : ').map((cell) => cell.trim()));
  const titled = (title: string, rows: readonly Row[]): string => {
    const lines = box([rows[0] ?? [], ...rows.slice(1)], ';').split('\n');
    const [rule = ''] = lines;
    const head = `+${'-'.repeat(rule.length - 2)}+\n; ${title.padEnd(rule.length - 4)} ;`;
    // Without a header the second rule is not there.
    return `${head}\n${lines.join('\n')}`;
  };
  const summary = titled('Fitter Summary', all).split('\n');
  summary.splice(4, 1);
  const share = (value: string): Row => {
    const at = value.indexOf(' (');
    return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 3, -2)];
  };
  const usage = titled('Fitter Resource Usage Summary', [
    ['Resource', 'Usage', ...(percent ? ['%'] : [])],
    ...resources.map(([name, value]) => [name, ...(percent ? share(value) : [value])]),
  ]);
  return ['Fitter report for rev', '', summary.join('\n'), '', '', usage, '', ''].join('\n');
}

/** A timing report of Quartus: a table of highest clocks for each model. */
export function quartusSta(models: Readonly<Record<string, readonly Row[]>>): string {
  const names = Object.keys(models).map((model) => `${model} Model Fmax Summary`);
  return [
    'Timing Analyzer report for rev',
    'Wed Feb 22 00:49:00 2023',
    'Quartus Prime Version 17.0.0 Build 595 04/25/2017 SJ Lite Edition',
    '',
    ...names.map((name, i) => `  ${i + 1}. ${name}`),
    '',
    ...Object.values(models).flatMap((rows, i) => {
      const lines = box([['Fmax', 'Restricted Fmax', 'Clock Name', 'Note'], ...rows], ';').split(
        '\n',
      );
      const width = (lines[0] ?? '').length;
      return [
        `+${'-'.repeat(width - 2)}+`,
        `; ${(names[i] ?? '').padEnd(width - 4)} ;`,
        ...lines,
        'This panel reports FMAX for every clock in the design.',
        '',
      ];
    }),
  ].join('\n');
}

/** Modules of a netlist: cells by type, and the area of its own cells. */
export type StatModules = Readonly<
  Record<string, { readonly cells: Readonly<Record<string, number>>; readonly area?: number }>
>;

/** `stat` as versions of Yosys before 0.57 print it, with the hierarchy where a top is given. */
export function yosysText(modules: StatModules, top?: string): string {
  const count = (cells: Readonly<Record<string, number>>): string[] => [
    '   Number of wires:                  9',
    `   Number of cells:      ${String(sum(cells)).padStart(11)}`,
    ...Object.entries(cells).map(([type, n]) => `     ${type.padEnd(28)} ${String(n).padStart(8)}`),
    '',
  ];
  const area = (name: string, kind: string, value: number | undefined): string[] =>
    value === undefined ? [] : [`   Chip area for ${kind} '\\${name}': ${value.toFixed(6)}`, ''];
  const total = top === undefined ? undefined : flat(modules, top);
  return [
    '',
    '3. Printing statistics.',
    '',
    ...Object.entries(modules).flatMap(([name, module]) => [
      `=== ${name} ===`,
      '',
      ...count(module.cells),
      ...area(name, 'module', module.area),
    ]),
    ...(top === undefined || total === undefined
      ? []
      : [
          '=== design hierarchy ===',
          '',
          `   ${top.padEnd(28)}      1`,
          '     inner                           2',
          '',
          ...count(total.cells),
          ...area(top, 'top module', total.area),
        ]),
  ].join('\n');
}

/** `stat -json` as versions of Yosys before 0.57 print it. */
export function yosysJson(modules: StatModules, top?: string): string {
  const stat = (cells: Readonly<Record<string, number>>, area?: number): object => ({
    num_wires: 9,
    ...(area === undefined ? {} : { area }),
    num_cells: sum(cells),
    num_cells_by_type: cells,
  });
  const total = top === undefined ? undefined : flat(modules, top);
  return JSON.stringify(
    {
      creator: 'Yosys 0.23 (git sha1 7ce5011c24b)',
      invocation: 'stat -json ',
      modules: Object.fromEntries(
        Object.entries(modules).map(([name, { cells, area }]) => [`\\${name}`, stat(cells, area)]),
      ),
      ...(total === undefined ? {} : { design: stat(total.cells, total.area) }),
    },
    null,
    2,
  );
}

/** Everything below a module. */
export function flat(
  modules: StatModules,
  name: string,
): { cells: Record<string, number>; area?: number } {
  const module = modules[name] ?? { cells: {} };
  const cells: Record<string, number> = {};
  let { area } = module;
  for (const [type, n] of Object.entries(module.cells)) {
    const inner = modules[type] === undefined ? undefined : flat(modules, type);
    for (const [own, each] of Object.entries(inner?.cells ?? { [type]: 1 })) {
      cells[own] = (cells[own] ?? 0) + n * each;
    }
    if (inner !== undefined) {
      area = area === undefined || inner.area === undefined ? undefined : area + n * inner.area;
    }
  }
  return { cells, ...(area === undefined ? {} : { area }) };
}

function sum(cells: Readonly<Record<string, number>>): number {
  return Object.values(cells).reduce((all, n) => all + n, 0);
}

/** A log of nextpnr-ice40: what is used of what, and clocks before and after routing. */
export function nextpnrLog(
  used: Readonly<Record<string, number>>,
  clocks: Readonly<Record<string, readonly [placed: number, routed: number]>>,
): string {
  const limits = (at: 0 | 1): string[] =>
    Object.entries(clocks).map(
      ([name, mhz]) =>
        `Info: Max frequency for clock '${name}': ${mhz[at].toFixed(2)} MHz (PASS at 12.00 MHz)`,
    );
  return [
    'Info: Packing constants..',
    'Info: Device utilisation:',
    ...Object.entries(used).map(
      ([name, n]) =>
        `Info: \t${name.padStart(20)}:${String(n).padStart(6)}/${String(5280).padStart(5)} ${String(Math.round(n / 53)).padStart(5)}%`,
    ),
    '',
    'Info: Placed 32 cells based on constraints.',
    '',
    ...limits(0),
    '',
    'Info: Routing..',
    'Info: Routing complete.',
    '',
    ...limits(1),
    '',
    'Info: Program finished normally.',
    '',
  ].join('\n');
}

/** The JSON of `nextpnr --report`. */
export function nextpnrJson(
  used: Readonly<Record<string, number>>,
  clocks: Readonly<Record<string, number>>,
): string {
  return JSON.stringify({
    fmax: Object.fromEntries(
      Object.entries(clocks).map(([name, mhz]) => [name, { achieved: mhz, constraint: 12 }]),
    ),
    utilization: Object.fromEntries(
      Object.entries(used).map(([name, n]) => [name, { used: n, available: 5280 }]),
    ),
    critical_paths: [],
  });
}
