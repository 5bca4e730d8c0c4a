// Writes down how far the model is off where others have published: datasets/backtest.csv, which the
// evaluation and the report quote, and the table of src/backtest/README.md. A test compares both with a
// fresh backtest.
import { importTypeScript } from './importTypeScript.mjs';

const { record } = await importTypeScript('scripts/backtest.ts');
record(new URL('..', import.meta.url).pathname);
