import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

/**
 * A check of specifications against the schema of Vega-Lite, which says what is wrong. Compiling the
 * schema takes seconds: once a file.
 */
export function specCheck(): (spec: unknown) => boolean {
  const schema = createRequire(import.meta.url)('vega-lite/vega-lite-schema.json') as object;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false });
  const check = ajv.compile(schema);
  return (spec) => {
    const ok = check(spec) as boolean;
    if (!ok) console.error(check.errors?.slice(0, 3));
    return ok;
  };
}
