/** What options are compared by. */
export const COMPARED = [
  'proved_rate',
  'prove_bound',
  'native_rate',
  'prove_cost',
  'run_cost',
  'prove_energy',
  'run_energy',
  'overhead',
  'cost_overhead',
  'energy_overhead',
  'prove_power',
  'hourly_rate',
  'capex_share',
  'energy_share',
] as const;

/** What is said of each target. */
export const PER_TARGET = ['devices', 'target_price', 'target_power', 'target_cost'] as const;

/** What an ASIC is made of, so that each sum stands below its parts. */
export const BREAKDOWN = [
  'dies_per_wafer',
  'die_yield',
  'die_cost',
  'silicon_cost',
  'test_cost',
  'package_cost',
  'memory_cost',
  'board_cost',
  'recurring_cost',
  'nre',
  'volume',
  'nre_share',
  'price',
] as const;

/** Where an ASIC meets the FPGA. */
export const BREAK_EVEN = [
  'breakeven_volume',
  'breakeven_rate',
  'device_saving',
  'marginal_prove_cost',
  'alternative_cost',
] as const;

/** What an FPGA takes over an ASIC, by the column of `gaps` that it is compared with. */
export const GAP = { area: 'gap_area', delay: 'gap_delay', power: 'gap_power' } as const;

/** Conditions of the envelope: which truth decides, and which figure is held against which limit. */
export const ENVELOPE = [
  {
    id: 'time',
    passes: 'ethereum_time',
    value: 'block_time',
    limit: 'block_time_limit',
  },
  {
    id: 'power',
    passes: 'ethereum_power',
    value: 'block_power',
    limit: 'household_power_limit',
  },
  {
    id: 'price',
    passes: 'ethereum_price',
    value: 'block_price',
    limit: 'household_price_limit',
  },
  { id: 'proof', passes: 'ethereum_proof', value: 'proof_bytes', limit: 'block_proof_limit' },
  {
    id: 'security',
    passes: 'ethereum_security',
    value: 'security_bits',
    limit: 'block_security_limit',
  },
] as const;
