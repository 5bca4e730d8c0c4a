import type { Design, Step } from '../designs/design.ts';
import { range } from '../verilog/bits.ts';

/** What a simulation prints before the number of steps looked at and of wrong ones. */
export const RESULT = 'RESULT';

/** A test bench and the file of vectors that it reads. */
export interface TestBench {
  readonly verilog: string;
  /** One line a step: whether to look, what is expected, and the input, in one hexadecimal number. */
  readonly vectors: string;
}

/**
 * Writes a test bench for Icarus Verilog. Every step applies x, looks at y, and lets the clock rise and fall.
 *
 * @param file name under which the simulation finds the vectors
 */
export function testBench(design: Design, trace: readonly Step[], file: string): TestBench {
  const { input, output } = design.width;
  const total = input + output + 1;
  const vectors = trace.map(({ x, expected }) => {
    const look = expected === undefined ? 0n : 1n;
    const value = (((look << BigInt(output)) | (expected ?? 0n)) << BigInt(input)) | x;
    return value.toString(16);
  });
  const verilog = [
    'module bench;',
    ` reg ${range(total)} vectors [0:${trace.length - 1}];`,
    ` reg ${range(total)} vector; reg clk; integer i, seen, wrong;`,
    ` wire ${range(output)} y;`,
    ` top dut(${design.clocked ? '.clk(clk),' : ''}.x(vector${range(input)}),.y(y));`,
    ' initial begin',
    `  $readmemh("${file}", vectors); clk=0; seen=0; wrong=0;`,
    `  for (i=0; i<${trace.length}; i=i+1) begin`,
    '   vector=vectors[i]; #1;',
    `   if (vector[${total - 1}]) begin`,
    `    seen=seen+1; if (y!==vector[${total - 2}:${input}]) wrong=wrong+1;`,
    '   end',
    '   #1 clk=1; #1 clk=0; #1;',
    '  end',
    `  $display("${RESULT} %0d %0d", seen, wrong); $finish;`,
    ' end',
    'endmodule',
    '',
  ];
  return { verilog: verilog.join('\n'), vectors: `${vectors.join('\n')}\n` };
}
