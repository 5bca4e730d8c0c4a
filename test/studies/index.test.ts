import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fluidMix, loadSolver } from '../../src/studies/index.ts';

it('gives what the example of its README says', async () => {
  const readme = readFileSync('src/studies/README.md', 'utf8');
  const [, said] = /\.rate; \/\/ ([\d.]+)/.exec(readme) ?? [];
  const machines = ['one', 'two'].map((name) => ({ name, available: 1 }));
  const activities = [
    { name: 'on one', need: [1, 0] },
    { name: 'on two', need: [0, 2] },
  ];
  const demands = [{ name: 'juice', activities }];
  const mix = fluidMix({ resources: machines, demands }, await loadSolver());
  expect(mix).toMatchObject({ status: 'optimal', rate: expect.closeTo(Number(said), 9) as number });
});
