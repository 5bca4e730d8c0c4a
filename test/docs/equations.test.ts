import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { equations } from '../../scripts/equations.ts';

it('the equations in the documentation are those of the models', () => {
  expect(readFileSync('models/EQUATIONS.md', 'utf8')).toBe(equations('./'));
});
