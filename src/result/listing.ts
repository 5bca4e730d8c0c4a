import type { Builtin } from '../builtin/builtin.ts';

/** Rows of something that can be listed. */
export interface Listing {
  readonly schemaVersion: '1.0';
  readonly kind: 'listing';
  readonly of: string;
  readonly columns: readonly string[];
  /** Columns that fit a terminal; the others are in the machine formats. */
  readonly shown: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** Columns of a table that people choose by. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  devices: ['id', 'family', 'lut_kind', 'lut', 'ff', 'bram', 'uram', 'dsp', 'dies', 'stage'],
  platforms: ['id', 'device', 'shell', 'hbm_gb', 'ddr_gb', 'host_gb_per_s', 'price_usd', 'stage'],
  cores: ['design', 'family', 'lut_kind', 'lut', 'fmax_mhz', 'ipc', 'coremark_per_mhz', 'stage'],
  units: [
    'id',
    'operation',
    'lut_kind',
    'lut',
    'bram',
    'dsp',
    'ops_per_clock',
    'fmax_mhz',
    'default',
    'stage',
  ],
  operations: ['id', 'title'],
  families: ['family', 'architecture', 'lut_kind', 'node_nm', 'speed', 'stage'],
  prices: ['id', 'value', 'unit', 'date', 'stage'],
  nodes: ['id', 'gate_density', 'sram_density', 'fo4_ps', 'wafer_usd', 'defect_density', 'nre_usd'],
  asic_cores: ['design', 'node', 'gate', 'area_mm2', 'fmax_mhz', 'coremark_per_mhz', 'stage'],
  asic_units: ['id', 'operation', 'gate', 'ff', 'sram_kbit', 'ops_per_clock', 'default', 'stage'],
  memories: ['id', 'kind', 'gb_per_s', 'gb', 'phy_mm2', 'power_w', 'price_usd'],
  gaps: ['id', 'blocks', 'area', 'delay', 'power', 'stage'],
};

/** Everything of a kind that can be named: rows of a table, provers, scenarios or quantities. */
export function listing(builtin: Builtin, kind: string): Listing {
  const table = builtin.datasets.get(kind);
  if (table !== undefined) {
    const columns = Object.keys(table.schema.columns);
    return make(
      kind,
      columns,
      SHOWN[kind] ?? columns,
      table.rows.map((row) => row.cells),
    );
  }
  if (kind === 'provers') {
    const columns = ['id', 'title', 'version', 'source', 'meaning'];
    const rows = [...builtin.provers.values()].map(({ id, title, version, source, meaning }) => ({
      id,
      title,
      version,
      source,
      meaning,
    }));
    return make(kind, columns, ['id', 'title', 'source'], rows);
  }
  if (kind === 'scenarios') {
    const columns = ['id', 'title', 'platform', 'core', 'prover', 'extends', 'meaning'];
    const rows = [...builtin.scenarios.values()].map((scenario) => ({
      id: scenario.scenario,
      title: scenario.title,
      platform: scenario.platform ?? '',
      core: scenario.core ?? '',
      prover: scenario.prover ?? '',
      extends: scenario.extends ?? '',
      meaning: scenario.meaning?.trim() ?? '',
    }));
    return make(kind, columns, ['id', 'title'], rows);
  }
  const columns = ['name', 'model', 'unit', 'over', 'title', 'meaning'];
  const documents = [...builtin.models, ...builtin.provers.values()];
  const rows = documents.flatMap((document) =>
    document.quantities.map(({ name, model, unit, over, title, meaning }) => ({
      name,
      model,
      unit,
      over: over.join(', '),
      title,
      meaning,
    })),
  );
  return make(kind, columns, ['name', 'model', 'unit', 'over', 'title'], rows);
}

function make(
  of: string,
  columns: readonly string[],
  shown: readonly string[],
  rows: Listing['rows'],
): Listing {
  return { schemaVersion: '1.0', kind: 'listing', of, columns, shown, rows };
}
