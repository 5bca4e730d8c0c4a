import { combine } from '../designs/combine.ts';
import type { Design } from '../designs/design.ts';
import { packWords, unpackWords } from '../designs/words.ts';
import { rotateLeft, word } from '../verilog/bits.ts';
import type { Modules } from '../verilog/modules.ts';
import { BLAKE3_QUARTERS, blake3Quarter, blake3Round } from './blake3Model.ts';

const right = (name: string, by: number): string => rotateLeft(name, -by, 32);

/** Adds the quarter-round G; ports a, b, c, d, x, y and ao, bo, co, do_. */
function quarterModule(modules: Modules): string {
  const ports = ['input [31:0] a, b, c, d, x, y', 'output [31:0] ao, bo, co, do_'];
  return modules.add('blake3_g', ports, () => [
    'wire [31:0] a1=a+b+x, d0=d^a1;',
    `wire [31:0] d1=${right('d0', 16)};`,
    'wire [31:0] c1=c+d1, b0=b^c1;',
    `wire [31:0] b1=${right('b0', 12)};`,
    'wire [31:0] a2=a1+b1+y, d2=d1^a2;',
    `wire [31:0] d3=${right('d2', 8)};`,
    'wire [31:0] c2=c1+d3, b2=b1^c2;',
    `assign ao=a2, bo=${right('b2', 7)}, co=c2, do_=d3;`,
  ]);
}

const SIX = ['a', 'b', 'c', 'd', 'x', 'y'];

/** One quarter-round. */
export const blake3QuarterDesign: Design = combine({
  id: 'blake3-g',
  title: 'BLAKE3, one G',
  operands: SIX.map((name) => ({ name: `${name}i`, width: 32 })),
  results: ['a', 'b', 'c', 'd'].map((name) => ({ name: `${name}1`, width: 32 })),
  carries: true,
  body: (modules) => [
    `${quarterModule(modules)} g(${SIX.map((name) => `.${name}(${name}i)`).join(',')},.ao(a1),.bo(b1),.co(c1),.do_(d1));`,
  ],
  model: (a = 0n, b = 0n, c = 0n, d = 0n, x = 0n, y = 0n) => blake3Quarter([a, b, c, d], x, y),
});

/** One round of eight G. */
export const blake3RoundDesign: Design = combine({
  id: 'blake3-round',
  title: 'BLAKE3, one round',
  operands: [
    { name: 's', width: 512 },
    { name: 'm', width: 512 },
  ],
  results: [{ name: 's1', width: 512 }],
  carries: true,
  body: (modules) => {
    const quarter = quarterModule(modules);
    return [
      'wire [511:0] t;',
      ...BLAKE3_QUARTERS.map((at, index) => {
        const [from, to] = index < 4 ? ['s', 't'] : ['t', 's1'];
        const words = [from, to].flatMap((name) => at.map((i) => word(name, i, 32)));
        const message = [word('m', 2 * index, 32), word('m', 2 * index + 1, 32)];
        return `${quarter} g${index}(${[...words.slice(0, 4), ...message, ...words.slice(4)].join(',')});`;
      }),
    ];
  },
  model: (s = 0n, m = 0n) => [
    packWords(blake3Round(unpackWords(s, 32, 16), unpackWords(m, 32, 16)), 32),
  ],
});
