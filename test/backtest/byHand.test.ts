import { describe, expect, it } from 'vitest';
import { ofKind, predicted } from './support.ts';

/** Rows whose prediction is recomputed here from the cells of the tables, without any of our code. */
describe('rows by hand', () => {
  const serv = ofKind('cores_serv');

  it('VCU118: block RAM for 1,440 tiles of a die, logic for the others', () => {
    // XCVU9P: 1,182,240 LUTs and 2,160 block RAMs on 3 dies. A tile takes 194 LUTs and half a block RAM,
    // or 61 LUTs more; 98.5 % of the LUTs can be used, and all of the block RAM.
    const luts = (0.985 * 1_182_240) / 3;
    const withRam = 2_160 / 3 / 0.5;
    const without = (luts - withRam * 194) / (194 + 61);
    expect(3 * Math.floor(withRam + without)).toBe(5_598);
    const { prediction, published } = predicted(serv, 'vcu118');
    expect(prediction.value).toBe(5_598);
    expect(published).toBe(5_087);
    expect(prediction.ratio).toBeCloseTo(5_598 / 5_087, 12);
  });

  it('Nexys A7: 270 tiles with block RAM, 39 without', () => {
    // XC7A100T: 63,400 LUTs, 135 block RAMs of two halves. (0.985 x 63,400 - 270 x 194) / 255 = 39.5
    expect(Math.floor(270 + (0.985 * 63_400 - 270 * 194) / 255)).toBe(309);
    expect(predicted(serv, 'nexys-a7').prediction.value).toBe(309);
  });

  it('DE10-Nano: adaptive logic modules', () => {
    // 5CSEBA6: 41,910 ALMs; a tile takes 147.6 on this family (SoCKit, another board with this chip).
    expect(Math.floor((0.985 * 41_910) / 147.6)).toBe(279);
    const { prediction, published } = predicted(serv, 'de10-nano');
    expect([prediction.value, published, prediction.inBand]).toEqual([279, 271, true]);
  });

  it('VU19P: 10,000 tiles are a bound, and the band allows them', () => {
    const row = predicted(serv, 'vu19p');
    expect([row.status, row.relation, row.prediction.inBand]).toEqual(['bound', 'at_least', true]);
    expect(row.prediction.high).toBeGreaterThan(10_000);
  });

  it('Celerity: Ibex with the memories of its tile on 15.3 mm2 of 16 nm', () => {
    // 26,600 gates at 5 million per mm2 and a tenth for the network; 1,024 words of 32 and 46 bits at
    // 6.76 Mbit per mm2; cells and macros cover 70 % of the area.
    const tile = (26_600 * 1.1) / 5e6 + (1_024 * (32 + 46)) / (6.76 * 2 ** 20);
    expect(Math.floor((0.7 * 15.3) / tile)).toBe(625);
    const chips = ofKind('cores_asic');
    const { prediction, published } = predicted(chips, 'celerity');
    expect([prediction.value, published]).toEqual([625, 496]);
    // 100 mm2 of 12 nm hold more than its 2,048 tiles: there is more than tiles on that chip.
    expect(predicted(chips, 'hammerblade-asic')).toMatchObject({
      status: 'bound',
      prediction: { inBand: true },
    });
  });

  it('XMSS of three signers: a proof of 2^17 elements', () => {
    // FRI part at 2^17 elements, rate 1/2, 232 queries: 205,152 bytes, a test vector of the notes on
    // proof sizes; interactive part 939 + 6 x (17 - 12) elements of 16 bytes.
    const bytes = 205_152 + (939 + 6 * 5) * 16;
    const { prediction, published } = predicted(ofKind('proof_size'), 'hashsign-3');
    expect(prediction.value).toBe(bytes);
    expect(published).toBe(215 * 1_024);
    expect(prediction.ratio).toBeCloseTo(220_656 / 220_160, 12);
  });

  it('SHA-256 of secworks on Artix-7: the iterative unit with its wrapper', () => {
    const { prediction } = predicted(ofKind('units'), 'sha256-secworks-artix-7');
    expect(prediction.value).toBeCloseTo(1_302 * 1.3, 9);
    expect(prediction.ratio).toBeCloseTo(1_692.6 / 2_471, 12);
  });

  it('SHA-256 of 1 KiB on an M3: operations times their time', () => {
    // 8,658 words pad to 2^14, so 2^13 elements; 6,503 AND rows pad to 2^13, 1,759 ZERO rows to 2^11.
    const [elements, words, and, zero, keys] = [8_192, 16_384, 8_192, 2_048, 20_957];
    const encoding = elements * (13 - 4 - 1);
    const rows = 8.5 * and + zero;
    const shift = 7 * words + 2 * keys + 9 * 64 * 2.5 * 40 + 130_000;
    const opening = elements * (2 + 7 + 2 + (2 * 2) / 16);
    const products = encoding + rows + shift + opening;
    const hashes = ((elements * 2) / 16) * (4 + 2) * (16 / 15);
    const ns = products * 1.7 + hashes * 44 + keys * 20 + 6_503 * 40;
    const { prediction, published } = predicted(ofKind('prover_cpu'), 'm3-sha256-flat-1kib');
    expect(prediction.value / (ns * 1e-9)).toBeCloseTo(1, 9);
    expect(published).toBeCloseTo(2.2e-3, 12);
  });
});
