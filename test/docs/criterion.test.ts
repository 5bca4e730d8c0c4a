import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate, explain, loadBuiltin, resolveScenario } from '../../src/index.ts';

const text = readFileSync('models/CRITERION.md', 'utf8');
const named = [...text.matchAll(/--set '?(\w+)=/g)].map(([, name = '']) => name);

it('names quantities that there are', async () => {
  const scenario = resolveScenario(await loadBuiltin());
  expect(named.length).toBeGreaterThan(5);
  expect(named.map((name) => explain(scenario, name, 0)[0]?.name)).toEqual(named);
});

it('says what is the default', async () => {
  const { quantities, scenario } = evaluate(resolveScenario(await loadBuiltin()));
  const value = (name: string): unknown => quantities.find((one) => one.name === name)?.value;
  expect(scenario).toMatchObject({ reading: 'overhead', aggregation: 'recursive' });
  expect([value('latency_limit'), value('proof_limit'), value('security_bits')]).toEqual([
    12, 256_000, 96,
  ]);
});

it('states what each reading gives', async () => {
  const data = await loadBuiltin();
  const [own, weak] = [undefined, 'serv-tile'].map((core) =>
    evaluate(resolveScenario(data, core === undefined ? {} : { core })),
  );
  const rows = [...text.matchAll(/^\| `(\w+)` \| [CF x/]+ \| ([\d.,]+) \| ([\d.,]+) \|/gm)];
  expect(rows.map(([, id]) => id)).toEqual(own?.readings.map(({ id }) => id));
  for (const [k, row] of rows.entries()) {
    for (const [i, result] of [own, weak].entries()) {
      const stated = row[i + 2] ?? '';
      const digits = stated.replace(/^[0.]+|[.,]/g, '').length;
      const value = Number(result?.readings[k]?.value.value);
      expect(Number(value.toPrecision(digits))).toBe(Number(stated.replaceAll(',', '')));
    }
  }
});
