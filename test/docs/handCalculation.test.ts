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

/** Lines `| \`quantity\` | arithmetic | value | unit |` of the hand calculation. */
const lines = [
  ...readFileSync('models/README.md', 'utf8').matchAll(
    /^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| [^|]*\|$/gm,
  ),
].map(([, name = '', arithmetic = '', value = '']) => ({ name, arithmetic, value: Number(value) }));

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
