import { range, rotateLeft, word } from '../verilog/bits.ts';
import type { Modules } from '../verilog/modules.ts';

const right = (name: string, by: number): string => rotateLeft(name, -by, 32);

/** Adds one round; ports s (256 bits, a lowest), k, w, y. */
export function sha256RoundModule(modules: Modules): string {
  const ports = [`input ${range(256)} s`, 'input [31:0] k, w', `output ${range(256)} y`];
  return modules.add('sha256_round', ports, () => [
    `wire [31:0] ${[...'abcdefgh'].map((name, i) => `${name}=${word('s', i, 32)}`).join(', ')};`,
    `wire [31:0] sigma1=${right('e', 6)}^${right('e', 11)}^${right('e', 25)};`,
    'wire [31:0] choice=(e&f)^(~e&g);',
    'wire [31:0] t1=h+sigma1+choice+k+w;',
    `wire [31:0] sigma0=${right('a', 2)}^${right('a', 13)}^${right('a', 22)};`,
    'wire [31:0] majority=(a&b)^(a&c)^(b&c);',
    'wire [31:0] first=t1+sigma0+majority, fifth=d+t1;',
    'assign y={g,f,e,fifth,c,b,a,first};',
  ]);
}

/** Adds the next word of the message schedule; ports w (512 bits, the oldest word lowest), y. */
export function sha256ScheduleModule(modules: Modules): string {
  return modules.add('sha256_schedule', [`input ${range(512)} w`, 'output [31:0] y'], () => [
    `wire [31:0] w0=${word('w', 0, 32)}, w1=${word('w', 1, 32)};`,
    `wire [31:0] w9=${word('w', 9, 32)}, w14=${word('w', 14, 32)};`,
    `wire [31:0] small0=${right('w1', 7)}^${right('w1', 18)}^(w1>>3);`,
    `wire [31:0] small1=${right('w14', 17)}^${right('w14', 19)}^(w14>>10);`,
    'assign y=w0+small0+w9+small1;',
  ]);
}
