import type { EvaluationResult } from '../../src/result/types.ts';

/** Sets this on the page if any of it runs. */
export const MARK = 'emuproveHostile';

const RUN = `window.${MARK}=1`;

/** Text that breaks out of careless pages, drawings and data blocks. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: `<script>${RUN}</script>`,
  'end of a data block': `</script><script>${RUN}</script><!--`,
  'end of a style': `</style></title></svg><img src=x onerror="${RUN}">`,
  attribute: `" onmouseover="${RUN}" autofocus onfocus="${RUN}" x='`,
  address: `javascript:${RUN}`,
  'address in disguise': `https://example.org/"onclick="${RUN} jAvAsCrIpT:${RUN} data:text/html,<script>${RUN}</script>`,
  expression: `${'${'}${RUN}} {{${RUN}}} datum['constructor'] <%= 1 %>`,
  entity: '&lt;b&gt; &#x3c;script&#x3e; &amp;amp;',
  cdata: ']]><script>1</script><![CDATA[ <?xml version="1.0"?> <!ENTITY x "y">',
  bidirectional: 'user\u202e\u2066 tnemyap\u2069\u202c \u200f\u061c end',
  control: 'a\u0000b\u0007c\u001b[31md\u007f\u2028e\u2029f\ufeffg\ud800h',
  long: 'x'.repeat(10_000),
  'long with spaces': 'lorem \u202e<b>'.repeat(1000),
  empty: '',
};

/** Keys by which the report finds a figure; the text of a dataset or scenario does not get there. */
const KEYS = new Set(['name', 'id', 'element']);

/**
 * A result with hostile text in every field.
 *
 * @param keys - also in the names by which figures are found, so that none is found
 */
export function withText(result: EvaluationResult, text: string, keys: boolean): EvaluationResult {
  const replace = (value: unknown, key: string): unknown => {
    // What kind of a result it is comes from no file, and a saved one is refused without it.
    const kept = key === 'kind' || (!keys && KEYS.has(key));
    if (typeof value === 'string') return kept ? value : text;
    if (Array.isArray(value)) return value.map((item: unknown) => replace(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, replace(item, name)] as const),
    );
  };
  return replace(result, '') as EvaluationResult;
}

/** What is a key, a kind or a state of a result, and never the text of a dataset or a scenario. */
const STRUCTURE = new Set([
  ...KEYS,
  ...[
    'kind',
    'outcome',
    'ratioOutcome',
    'status',
    'stage',
    'origin',
    'basis',
    'spacing',
    'reading',
  ],
  ...['input', 'method', 'differs', 'concerns', 'a', 'b', 'unit', 'sha256', 'schemaVersion'],
]);

/**
 * A result with hostile text in every field that can hold text of a dataset or a scenario: each field
 * has another one of these texts, and with each turn the next one.
 *
 * @param turn which of the texts the first field has
 */
export function withHostile<T>(result: T, turn: number): T {
  const texts = Object.values(HOSTILE);
  let count = turn;
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (STRUCTURE.has(key)) return value;
      count += 1;
      return texts[count % texts.length];
    }
    if (Array.isArray(value)) return value.map((item: unknown) => replace(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, replace(item, name)] as const),
    );
  };
  return replace(result, '') as T;
}

/** Columns and fields that hold text for people; others are compared with each other. */
const TEXTS = new Set([
  ...['name', 'title', 'meaning', 'source', 'source_url', 'note', 'vendor', 'evidence', 'item'],
  ...['shell', 'pcie', 'configuration', 'isa', 'pipeline', 'url', 'memory_included'],
]);

/**
 * What a hostile table would put into the text of its rows, in turns: a quantity's own name stays,
 * since it is no text.
 */
export function withHostileText<T>(data: T, from = 0): T {
  const texts = Object.values(HOSTILE);
  let count = from;
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string' && TEXTS.has(key)) {
      count += 1;
      return texts[count % texts.length];
    }
    if (Array.isArray(value)) return value.map((item: unknown) => replace(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, replace(item, name)] as const),
    );
  };
  return replace(data, '') as T;
}
