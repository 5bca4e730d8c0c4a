import { LUT6_XILINX_DSP } from '../flows/flow.ts';
import { mersenne31Add, mersenne31Multiply } from '../primes/mersenne31.ts';
import { resultRegister, type Unit } from './unit.ts';

const PRODUCT = { count: 62 + 31, why: 'the 62-bit product and the result' };

/** Units that compute modulo a prime. */
export const PRIME_UNITS: readonly Unit[] = [
  {
    ids: { LUT6: 'm31-mul-dsp' },
    operation: 'm31_mul',
    title: 'multiplier on DSP blocks',
    logic: [{ design: mersenne31Multiply }],
    registers: PRODUCT,
    lut6: LUT6_XILINX_DSP,
    defaults: ['LUT6'],
    includes: 'full reduction',
    note: 'Yosys does not use the cascade of the DSP blocks',
  },
  {
    ids: { LUT6: 'm31-mul-logic', LUT4: 'm31-mul-lut4' },
    operation: 'm31_mul',
    title: 'multiplier of logic alone',
    logic: [{ design: mersenne31Multiply }],
    registers: PRODUCT,
    defaults: ['LUT4'],
    includes: 'full reduction',
    note: 'multipliers of Yosys are neither Booth nor Wallace: a commercial tool takes 1.5 to 2 times less',
  },
  {
    ids: { LUT6: 'm31-add' },
    operation: 'm31_add',
    title: 'adder with reduction',
    logic: [{ design: mersenne31Add }],
    registers: resultRegister(mersenne31Add),
    defaults: ['LUT6'],
    includes: 'full reduction',
  },
];
