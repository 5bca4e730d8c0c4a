import { readFileSync } from 'node:fs';
import { evaluate } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/builtin/readFiles.ts';
import { elementsNamed } from '../../src/model/bind.ts';
import { evaluateScenario } from '../../src/result/build.ts';
import { completeScenario } from '../../src/scenario/complete.ts';

const builtin = readFiles('.');
const source = builtin.scenarios.get('default');
if (source === undefined) throw new Error('the default scenario is gone');
const scenario = completeScenario(source, builtin.scenarios);
const { model, evaluation } = evaluateScenario(builtin, scenario, true);

const [work = '', money = ''] = readFileSync('models/README.md', 'utf8').split(
  /^## The cost of an FPGA and of an ASIC by hand$/m,
);
const [ofFpga = '', ofAsic = ''] = money.split(/^\| cost of the ASIC /m);

/** Lines `| \`quantity\` | arithmetic | value | unit |` of the hand calculation. */
const linesOf = (text: string): { name: string; arithmetic: string; value: number }[] =>
  [...text.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| [^|]*\|$/gm)].map(
    ([, name = '', arithmetic = '', value = '']) => ({ name, arithmetic, value: Number(value) }),
  );
const lines = linesOf(work);

describe('the hand calculation in models/README.md', () => {
  it('is there', () => {
    expect(lines.length).toBeGreaterThan(45);
  });

  it.each(lines)('$name: the arithmetic gives the stated value', ({ arithmetic, value }) => {
    // mathjs' own evaluator knows nothing of our compiler.
    expect(evaluate(arithmetic) / value).toBeCloseTo(1, 4);
  });

  it.each(lines)('$name: the program gives the stated value', ({ name, value }) => {
    const [element] = elementsNamed(model, name);
    if (element === undefined) throw new Error(`no element ${name}`);
    const found = evaluation.number(element.quantity.name, ...element.tuple);
    expect(found).toBeDefined();
    expect((found ?? NaN) / value).toBeCloseTo(1, 4);
  });
});

describe.each([
  ['FPGA', ofFpga, 'default', 9],
  ['ASIC', ofAsic, 'asic', 9],
])('the cost of an %s by hand in models/README.md', (_, text, id, count) => {
  const own = linesOf(text);
  const document = builtin.scenarios.get(id);
  if (document === undefined) throw new Error(`the scenario ${id} is gone`);
  const priced = completeScenario(
    id === 'default' ? { ...document, set: { price: 6000 } } : document,
    builtin.scenarios,
  );
  const costed = evaluateScenario(builtin, priced, false);

  it('is there', () => {
    expect(own.length).toBe(count);
  });

  it.each(own)('$name: the arithmetic gives the stated value', ({ arithmetic, value }) => {
    expect(evaluate(arithmetic) / value).toBeCloseTo(1, 4);
  });

  it.each(own)('$name: the program gives the stated value', ({ name, value }) => {
    expect((costed.evaluation.number(name) ?? NaN) / value).toBeCloseTo(1, 4);
  });
});
