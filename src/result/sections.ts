/**
 * Which quantities each part of the result shows, in order. The parts are views: every quantity is
 * in the result anyway.
 */
export const SECTIONS = {
  native: [
    'cores',
    'native_bound',
    'native_clock',
    'core_ipc',
    'core_rate',
    'native_rate',
    'tile_memory_size',
    'fmax_derate',
  ],
  proving: [
    'segment_rate',
    'prove_bound',
    'fabric_rate',
    'fabric_bound',
    'memory_rate',
    'host_rate',
    'aggregation_overhead',
    'proved_rate',
    'devices_per_core',
    'reference_devices',
    'devices',
    'prover_clock',
    'bytes_per_cycle',
    'segment_cycles',
    'working_set',
  ],
  proof: ['proof_bytes', 'segment_proof_bytes', 'final_queries', 'verify_time', 'latency'],
  cost: [
    'hourly_rate',
    'prove_cost',
    'run_cost',
    'cost_overhead',
    'prove_energy',
    'run_energy',
    'energy_overhead',
    'target_cost',
  ],
} as const;

/** What the cost of an ASIC is made of, beside {@link SECTIONS}. */
export const ASIC_COST = [
  'dies_per_wafer',
  'die_yield',
  'die_cost',
  'recurring_cost',
  'nre_share',
  'price',
  'prove_power',
  'run_power',
] as const;

/** The sub-tests: which truth decides, and which figure is held against which limit. */
export const TESTS = [
  { id: 'proof_size', passes: 'proof_passes', value: 'proof_bytes', limit: 'proof_limit' },
  { id: 'verifier_time', passes: 'verify_passes', value: 'verify_time', limit: 'verify_limit' },
  { id: 'latency', passes: 'latency_passes', value: 'latency', limit: 'latency_limit' },
  { id: 'memory_fit', passes: 'memory_passes', value: 'memory_use', limit: 'memory_limit' },
] as const;

/** Quantities from which the headline follows; the inputs behind them are those that count. */
export const HEADLINE = ['passes', 'reading_value', 'reading_margin'] as const;
