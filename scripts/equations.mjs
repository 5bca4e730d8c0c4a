// Writes models/EQUATIONS.md: every quantity of the models with what computes it.
import { importTypeScript } from './importTypeScript.mjs';

const { writeEquations } = await importTypeScript('scripts/equations.ts');
writeEquations(new URL('..', import.meta.url).pathname);
