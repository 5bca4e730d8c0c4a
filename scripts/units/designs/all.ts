import { aes, ghash, poly32, poly64, tower } from '../fields/all.ts';
import { aesSboxDesign, groestlRoundDesign } from '../hashes/groestl.ts';
import { blake3QuarterDesign } from '../hashes/blake3.ts';
import { sha256Unrolled } from '../hashes/sha256.ts';
import { UNITS } from '../rows/units.ts';
import { designsOf } from '../rows/unit.ts';
import type { Design } from './design.ts';
import { fieldDesigns } from './fieldDesigns.ts';
import { timesConstant } from './linear.ts';
import { multiply } from './multiply.ts';
import { butterfly, fold } from './scale.ts';

const [t32, t128] = [tower(32), tower(128)];

/** What is measured beside the units: a new field or hash that is to be no unit is one more line. */
const OTHERS: readonly Design[] = [
  ...[tower(4), tower(8), tower(16), t32, aes].flatMap(fieldDesigns),
  ...[tower(64), poly32, poly64].map((field) => multiply(field)),
  timesConstant(t128, 'x-times', 1n << 64n),
  butterfly({ field: t32, scalars: t32 }),
  butterfly({ field: ghash, scalars: ghash }),
  fold(ghash),
  aesSboxDesign('table'),
  aesSboxDesign('tower'),
  groestlRoundDesign('p', 'tower'),
  blake3QuarterDesign,
  sha256Unrolled(8),
];

/** Everything that is measured, each once: what units are made of, and the others. */
export const DESIGNS: readonly Design[] = byId([...UNITS.flatMap(designsOf), ...OTHERS]);

function byId(designs: readonly Design[]): Design[] {
  const first = new Map<string, Design>();
  for (const design of designs) if (!first.has(design.id)) first.set(design.id, design);
  return [...first.values()];
}
