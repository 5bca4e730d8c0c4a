import { combine } from '../designs/combine.ts';
import type { Design } from '../designs/design.ts';
import { constant, range, word } from '../verilog/bits.ts';
import type { Modules } from '../verilog/modules.ts';
import { aesSboxModule, AES_SBOX } from './aesSbox.ts';
import { aesSboxTowerModule } from './aesSboxTower.ts';
import {
  GROESTL_SHIFTS,
  groestlConstant,
  groestlRound,
  groestlRoundRow,
  type Permutation,
} from './groestlModel.ts';

const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7];

/** How the S-box is built: a table takes fewer LUTs, the way through the tower fewer gates. */
export type Sbox = 'table' | 'tower';

/** One round of a permutation of Groestl-256; the round number is an input. */
export function groestlRoundDesign(permutation: Permutation, sbox: Sbox = 'table'): Design {
  const tower = sbox === 'tower';
  return combine({
    id: `groestl-${permutation}-round${tower ? '-tower' : ''}`,
    title: `Groestl-256, one round of ${permutation.toUpperCase()}, S-boxes ${tower ? 'through the tower' : 'as tables'}`,
    operands: [
      { name: 's', width: 512 },
      { name: 'n', width: 8 },
    ],
    results: [{ name: 's1', width: 512 }],
    body: (modules) => [`${roundModule(modules, permutation, tower)} round(.a(s),.n(n),.y(s1));`],
    model: (s = 0n, n = 0n) => [groestlRound(permutation, s, n)],
  });
}

/** The S-box of AES. */
export function aesSboxDesign(sbox: Sbox): Design {
  const tower = sbox === 'tower';
  return combine({
    id: `aes-sbox${tower ? '-tower' : ''}`,
    title: `S-box of AES, ${tower ? 'through the tower' : 'as a table'}`,
    field: 'GF(2^8), 0x11b',
    operands: [{ name: 'a', width: 8 }],
    results: [{ name: 'r', width: 8 }],
    body: (modules) => [
      `${tower ? aesSboxTowerModule(modules) : aesSboxModule(modules)} u(.a(a),.y(r));`,
    ],
    model: (a = 0n) => [AES_SBOX[Number(a)] ?? 0n],
  });
}

function roundModule(modules: Modules, permutation: Permutation, tower: boolean): string {
  const ports = ['input [511:0] a', 'input [7:0] n', 'output [511:0] y'];
  return modules.add(`groestl_${permutation}_round`, ports, () => {
    const sbox = tower ? aesSboxTowerModule(modules) : aesSboxModule(modules);
    return [
      `wire ${range(512)} x, s;`,
      "function [7:0] twice(input [7:0] v); twice={v[6:0],1'b0}^(v[7]?8'h1b:8'h00); endfunction",
      ...EIGHT.flatMap((column) =>
        EIGHT.flatMap((row) => {
          const at = 8 * column + row;
          const added = groestlConstant(permutation, row, column);
          const number = row === groestlRoundRow(permutation) ? '^n' : '';
          return [
            `assign ${word('x', at, 8)}=${word('a', at, 8)}^${constant(added, 8)}${number};`,
            `${sbox} u${at}(.a(${word('x', at, 8)}),.y(${word('s', at, 8)}));`,
          ];
        }),
      ),
      ...EIGHT.flatMap((column) => mixed(permutation, column)),
    ];
  });
}

/**
 * MixBytes of one column with two doublings a byte: with t_i = a_i + a_(i+1), the byte is
 * 2 (2 (t_(i+3) + t_(i+6)) + t_(i+7) + t_(i+1) + a_(i+5)) + t_(i+4) + t_(i+6) + a_(i+2), all indices modulo 8.
 */
function mixed(permutation: Permutation, column: number): string[] {
  const name = (letter: string, index: number): string => `${letter}${column}_${index % 8}`;
  const wire = (letter: string, of: (index: number) => string): string[] =>
    EIGHT.map((index) => `wire [7:0] ${name(letter, index)}=${of(index)};`);
  return [
    ...wire('c', (k) =>
      word('s', 8 * ((column + (GROESTL_SHIFTS[permutation][k] ?? 0)) % 8) + k, 8),
    ),
    ...wire('t', (k) => `${name('c', k)}^${name('c', k + 1)}`),
    ...wire('p', (k) => `${name('t', k)}^${name('t', k + 3)}`),
    ...wire('q', (k) => `${name('t', k)}^${name('t', k + 2)}^${name('c', k + 6)}`),
    ...EIGHT.map((row) => {
      const inner = `twice(${name('p', row + 3)})^${name('q', row + 7)}`;
      return `assign ${word('y', 8 * column + row, 8)}=twice(${inner})^${name('q', row + 4)};`;
    }),
  ];
}
