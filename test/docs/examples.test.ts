import { describe, expect, it } from 'vitest';
import { checkExamples } from './examples/check.ts';
import { runExample } from './examples/run.ts';
import * as emuprove from '../../src/index.ts';
import * as datasets from '../../src/library/datasets/index.ts';
import * as report from '../../src/report/index.ts';
import * as studies from '../../src/studies/index.ts';

const { functions, errors } = checkExamples(new URL('../../', import.meta.url).pathname);
const examples = functions.flatMap((one) => one.examples);

/** What several examples ask for is made once: the same for the same scenario and options. */
function once<Args extends unknown[], T>(make: (...args: Args) => T): (...args: Args) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args, (name, value: unknown) =>
      name === 'builtin' ? undefined : value,
    );
    const value = made.get(key) ?? make(...args);
    made.set(key, value);
    return value;
  };
}

// As in the package, whose models were checked when it was built.
const load = async (
  ...args: Parameters<typeof emuprove.loadBuiltin>
): Promise<emuprove.Loaded> => ({
  ...(await emuprove.loadBuiltin(...args)),
  checked: true,
});
const shared = { loadBuiltin: once(load) };
const modules = {
  emuprove: {
    ...emuprove,
    ...shared,
    backtest: once(emuprove.backtest),
    breakEven: once(emuprove.breakEven),
    compare: once(emuprove.compare),
    cost: once(emuprove.cost),
    montecarlo: once(emuprove.montecarlo),
    phases: once(emuprove.phases),
    report: once(emuprove.report),
  },
  'emuprove/datasets': { ...datasets, ...shared },
  'emuprove/report': report,
  'emuprove/studies': studies,
};

describe('doc comments', () => {
  it('have an example of every exported function', () => {
    expect(functions.length).toBeGreaterThan(60);
    const without = functions.filter((one) => one.examples.length === 0);
    expect(without.map(({ name, from }) => `${name} of ${from}`)).toEqual([]);
  });

  it('have examples that a strict compiler takes', () => {
    expect(errors).toEqual([]);
  });

  it.each(examples.map((one) => [one.of, one] as const))(
    'have an example of %s that works and prints what it says',
    async (name, example) => {
      expect(example.code).toMatch(
        new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from 'emuprove`),
      );
      const printed = await runExample(example, modules);
      expect(printed.map(({ said, found }) => said ?? found)).toEqual(
        printed.map(({ found }) => found),
      );
    },
  );
});
