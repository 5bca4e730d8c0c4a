import type { Unit } from './unit.ts';
import { FIELD_UNITS } from './fieldUnits.ts';
import { HASH_UNITS } from './hashUnits.ts';
import { PRIME_UNITS } from './primeUnits.ts';

/** All units whose rows this kit writes. A new one is one more entry. */
export const UNITS: readonly Unit[] = [...FIELD_UNITS, ...PRIME_UNITS, ...HASH_UNITS];
