import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureFormulas } from './formulas.ts';
import { ROOT } from './model.ts';
import { measureStudies } from './studies/measure.ts';
import { runTask } from './studies/runTask.ts';

const [first = '9', second = '5'] = process.argv.slice(2);
const out = join(ROOT, 'perf/out');
mkdirSync(out, { recursive: true });
if (first === 'task') await runTask(second, ROOT);
else if (first === 'studies') await measureStudies(roundsOf(second), out);
else await measureFormulas(roundsOf(first), out);

function roundsOf(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Error('npm run perf -- [studies] [ROUNDS]');
}
