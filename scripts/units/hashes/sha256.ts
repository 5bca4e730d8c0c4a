import type { Random } from '../bench/random.ts';
import { combine } from '../designs/combine.ts';
import type { Design, Step } from '../designs/design.ts';
import { pack, packWords, unpackWords } from '../designs/words.ts';
import { constant, range, slice } from '../verilog/bits.ts';
import { Modules } from '../verilog/modules.ts';
import { SHA256_IV, SHA256_K, sha256Round, sha256Rounds, sha256Schedule } from './sha256Model.ts';
import { sha256RoundModule, sha256ScheduleModule } from './sha256Verilog.ts';

/** One round and the next message word. */
export const sha256RoundDesign: Design = combine({
  id: 'sha256-round',
  title: 'SHA-256, one round and the next message word',
  operands: [
    { name: 's', width: 256 },
    { name: 'k', width: 32 },
    { name: 'w', width: 512 },
  ],
  results: [
    { name: 's1', width: 256 },
    { name: 'w16', width: 32 },
  ],
  carries: true,
  body: (modules) => [
    `${sha256RoundModule(modules)} round(.s(s),.k(k),.w(${slice('w', 0, 32)}),.y(s1));`,
    `${sha256ScheduleModule(modules)} schedule(.w(w),.y(w16));`,
  ],
  model: (s = 0n, k = 0n, w = 0n) => {
    const window = unpackWords(w, 32, 16);
    const next = sha256Round(unpackWords(s, 32, 8), k, window[0] ?? 0n);
    return [packWords(next, 32), sha256Schedule(window)];
  },
});

/**
 * The first rounds in a row with registers behind each, so that a new block can start every clock. The
 * round constants are folded in. State and window come out, so that no message word is left away.
 */
export function sha256Unrolled(rounds: number): Design {
  const [state, message] = [range(256), range(512)];
  return combine({
    id: `sha256-${rounds}rounds`,
    title: `SHA-256, the first ${rounds} rounds in a row`,
    operands: [
      { name: 's', width: 256 },
      { name: 'w', width: 512 },
    ],
    results: [
      { name: 's1', width: 256 },
      { name: 'w1', width: 512 },
    ],
    carries: true,
    latency: rounds,
    body: (modules) => {
      const round = sha256RoundModule(modules);
      const schedule = sha256ScheduleModule(modules);
      const lines = SHA256_K.slice(0, rounds).flatMap((k, i) => {
        const [from, block] = i === 0 ? ['s', 'w'] : [`sq${i}`, `wq${i}`];
        const first = slice(block, 0, 32);
        return [
          `wire ${state} sn${i}; wire [31:0] wn${i};`,
          `reg ${state} sq${i + 1}; reg ${message} wq${i + 1};`,
          `${round} round${i}(.s(${from}),.k(${constant(k, 32)}),.w(${first}),.y(sn${i}));`,
          `${schedule} schedule${i}(.w(${block}),.y(wn${i}));`,
          `always @(posedge clk) begin sq${i + 1}<=sn${i}; wq${i + 1}<={wn${i},${slice(block, 32, 480)}}; end`,
        ];
      });
      return [...lines, `assign s1=sq${rounds}, w1=wq${rounds};`];
    },
    model: (s = 0n, w = 0n) => {
      let [working, window] = [unpackWords(s, 32, 8), unpackWords(w, 32, 16)];
      for (const k of SHA256_K.slice(0, rounds)) {
        working = sha256Round(working, k, window[0] ?? 0n);
        window = [...window.slice(1), sha256Schedule(window)];
      }
      return [packWords(working, 32), packWords(window, 32)];
    },
  });
}

/** Widths of what x of the iterative core consists of: message, state, round constant, load. */
const PORTS = [512, 256, 32, 1];

/** Blocks that are simulated, one after the other. */
const BLOCKS = 3;

/** One round per clock: state and a window of the schedule in registers; no feed-forward. */
export const sha256Iterative: Design = {
  id: 'sha256-iterative',
  title: 'SHA-256, one round per clock',
  field: '',
  width: { input: 801, output: 256 },
  clocked: true,
  carries: true,
  latency: SHA256_K.length,
  verilog: () => {
    const modules = new Modules();
    modules.add('top', ['input clk', 'input [800:0] x', 'output [255:0] y'], () => [
      'wire load=x[800];',
      'wire [31:0] k=x[799:768];',
      'reg [255:0] s; reg [511:0] w;',
      'wire [255:0] s1; wire [31:0] w16;',
      `${sha256RoundModule(modules)} round(.s(s),.k(k),.w(w[31:0]),.y(s1));`,
      `${sha256ScheduleModule(modules)} schedule(.w(w),.y(w16));`,
      'always @(posedge clk) begin',
      ' if (load) begin s<=x[767:512]; w<=x[511:0]; end',
      ' else begin s<=s1; w<={w16,w[511:32]}; end',
      'end',
      'assign y=s;',
    ]);
    return modules.text;
  },
  trace: (random) => Array.from({ length: BLOCKS }, () => block(random)).flat(),
};

/** Loads a random block, runs all rounds, and looks at the state. */
function block(random: Random): Step[] {
  const message = unpackWords(random.bits(512), 32, 16);
  const load = pack([packWords(message, 32), packWords(SHA256_IV, 32), 0n, 1n], PORTS);
  const rounds = SHA256_K.map((k) => ({ x: pack([0n, 0n, k, 0n], PORTS) }));
  const expected = packWords(sha256Rounds(SHA256_IV, message), 32);
  return [{ x: load }, ...rounds, { x: 0n, expected }];
}
