// Writes the types of the rows of all tables, from datasets/columns.yaml.
import { importTypeScript } from './importTypeScript.mjs';

const { writeRowTypes } = await importTypeScript('scripts/rowTypes.ts');
await writeRowTypes(new URL('..', import.meta.url).pathname);
