import type { Random } from '../bench/random.ts';
import { combine } from '../designs/combine.ts';
import type { Design, Step } from '../designs/design.ts';
import { pack } from '../designs/words.ts';
import { range, rotateLeft, word } from '../verilog/bits.ts';
import { Modules } from '../verilog/modules.ts';
import { KECCAK_CONSTANTS, KECCAK_ROTATIONS, keccak, keccakRound } from './keccakModel.ts';

const FIVE = [0, 1, 2, 3, 4];

/** Adds one round; ports a (1600 bits), rc, y. */
function keccakRoundModule(modules: Modules): string {
  const ports = [`input ${range(1600)} a`, 'input [63:0] rc', `output ${range(1600)} y`];
  return modules.add('keccak_round', ports, () => {
    const lanes = FIVE.flatMap((x) => FIVE.map((y) => ({ x, y })));
    return [
      ...lanes.map(({ x, y }) => `wire [63:0] a${x}${y}=${word('a', x + 5 * y, 64)};`),
      ...FIVE.map((x) => `wire [63:0] c${x}=${FIVE.map((y) => `a${x}${y}`).join('^')};`),
      ...FIVE.map((x) => {
        return `wire [63:0] d${x}=c${(x + 4) % 5}^${rotateLeft(`c${(x + 1) % 5}`, 1, 64)};`;
      }),
      ...lanes.flatMap(({ x, y }) => [
        `wire [63:0] t${x}${y}=a${x}${y}^d${x};`,
        `wire [63:0] b${y}${(2 * x + 3 * y) % 5}=${rotateLeft(`t${x}${y}`, KECCAK_ROTATIONS[x + 5 * y] ?? 0, 64)};`,
      ]),
      ...lanes.map(({ x, y }) => {
        const chi = `b${x}${y}^(~b${(x + 1) % 5}${y}&b${(x + 2) % 5}${y})`;
        return `assign ${word('y', x + 5 * y, 64)}=${chi}${x === 0 && y === 0 ? '^rc' : ''};`;
      }),
    ];
  });
}

/** One round of Keccak-f[1600], the round constant an input. */
export const keccakRoundDesign: Design = combine({
  id: 'keccak-round',
  title: 'Keccak-f[1600], one round',
  operands: [
    { name: 's', width: 1600 },
    { name: 'rc', width: 64 },
  ],
  results: [{ name: 's1', width: 1600 }],
  body: (modules) => [`${keccakRoundModule(modules)} round(.a(s),.rc(rc),.y(s1));`],
  model: (s = 0n, rc = 0n) => [keccakRound(s, rc)],
});

/** Widths of what x of the iterative core consists of: block, round constant, run, absorb, clear. */
const PORTS = [1088, 64, 1, 1, 1];

/** One round per clock; a block of 1088 bits (SHA3-256) is added to the state in the first one. */
export const keccakIterative: Design = {
  id: 'keccak-iterative',
  title: 'Keccak-f[1600], one round per clock, with the XOR of a 1088-bit block',
  field: '',
  width: { input: 1155, output: 1600 },
  clocked: true,
  carries: false,
  latency: KECCAK_CONSTANTS.length,
  verilog: () => {
    const modules = new Modules();
    modules.add('top', ['input clk', 'input [1154:0] x', 'output [1599:0] y'], () => [
      'wire clear=x[1154], absorb=x[1153], run=x[1152];',
      'reg [1599:0] s; wire [1599:0] s1;',
      "wire [1599:0] in=s^(absorb ? {512'b0,x[1087:0]} : 1600'b0);",
      `${keccakRoundModule(modules)} round(.a(in),.rc(x[1151:1088]),.y(s1));`,
      'always @(posedge clk) if (clear) s<=0; else if (run) s<=s1;',
      'assign y=s;',
    ]);
    return modules.text;
  },
  trace: (random) => {
    const blocks = [random.bits(1088), random.bits(1088)];
    let state = 0n;
    const steps = blocks.flatMap((block) => {
      state = keccak(state ^ block);
      return absorbed(block, state, random);
    });
    return [{ x: 1n << 1154n }, ...steps];
  },
};

/** Adds a block, runs all rounds with rubbish at the block's port, waits a clock, and looks at the state. */
function absorbed(block: bigint, expected: bigint, random: Random): Step[] {
  const rounds = KECCAK_CONSTANTS.map((rc, round) => {
    const port = round === 0 ? block : random.bits(1088);
    return { x: pack([port, rc, 1n, round === 0 ? 1n : 0n, 0n], PORTS) };
  });
  return [...rounds, { x: 0n }, { x: 0n, expected }];
}
