import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { alone } from '../../src/dossier/alone.ts';
import { buildDossier } from '../../src/dossier/build.ts';
import { escapeMarkup } from '../../src/report/html/escape.ts';
import { html } from '../../src/report/html/html.ts';
import { links } from '../../src/report/html/links.ts';
import { renderHtml } from '../../src/report/index.ts';
import type { EvaluationResult } from '../../src/result/types.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import { builtin } from '../support/loadScenario.ts';
import { RESULT } from './fixture.ts';
import { HOSTILE, withText } from './hostile.ts';
import { FAILING, MEMORY_BOUND, UNDECIDED } from './variants.ts';

const embedded = (page: string): unknown => {
  const text = /<script type="application\/gzip;base64" id="result">([^<]*)<\/script>/.exec(page);
  return JSON.parse(gunzipSync(Buffer.from(text?.[1] ?? '', 'base64')).toString('utf8'));
};

const parts = builtin();

/** What would be read again from a file. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const page = (result: EvaluationResult): Promise<string> => renderHtml(alone(result, 'a test'));

/** The page without what is fixed: its styles and its two scripts. */
const body = (page: string): string =>
  page.replace(/<style>.*?<\/style>/s, '').replace(/<script.*?<\/script>/gs, '');

/** No value that is none, nothing from elsewhere, and ids that are one each and that exist. */
function wellFormed(text: string): void {
  expect(text).not.toMatch(/\bNaN\b|Infinity|\bundefined\b|\[object/);
  expect(body(text)).not.toMatch(/(?:src|srcset|action)=|@import|url\(/);
  const ids = [...body(text).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of body(text).matchAll(/aria-labelledby="([^" ]+)/g)) expect(ids).toContain(id);
}

const ELEMENTS =
  'html head meta link title style body header main nav section h1 h2 h3 p ul li strong em small code pre ' +
  'dl div dt dd figure figcaption details summary table caption thead tbody tr th td span a button noscript ' +
  'svg g path line text tspan rect desc defs clipPath';

describe('escaping', () => {
  it('leaves no markup', () => {
    expect(escapeMarkup(`<a href="x" title='y'>&`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;',
    );
    expect(html`<b title="${'"<'}">${['<i>', html`<i>${'&'}</i>`, undefined, 1]}</b>`.markup).toBe(
      '<b title="&quot;&lt;">&lt;i&gt;<i>&amp;</i>1</b>',
    );
  });

  it('links to the web only', () => {
    const text = (field: string): string => html`${links(field)}`.markup;
    expect(text('https://example.org/a/b/c?d=1&e')).toBe(
      ' <a href="https://example.org/a/b/c?d=1&amp;e" rel="noreferrer noopener">example.org/a/b</a>',
    );
    for (const field of [
      'javascript:alert(1)',
      'owner/repo@0123abcd',
      'data:text/html,x',
      '//a.b',
      'file:///etc',
      'http://',
    ]) {
      expect(text(field)).not.toContain('<a');
    }
    expect(text(`https://a.b/"x`)).toContain('href="https://a.b/%22x"');
  });
});

describe.each(Object.entries({ RESULT, FAILING, MEMORY_BOUND, UNDECIDED }))(
  'page of %s',
  (_, result) => {
    it('is one well-behaved file, the same each time', async () => {
      const text = await page(result);
      expect(await page(result)).toBe(text);
      expect(Buffer.byteLength(text)).toBeLessThan(250_000);
      expect(embedded(text)).toEqual(asJson(alone(result, 'a test')));
      wellFormed(text);
      expect(text).toContain(result.verdict.sentence.split(': ')[1]?.slice(1, 30));
    });
  },
);

describe.each([
  ['default', 0],
  // Its price is not known, and its power follows from its logic.
  ['prototyping', 0],
] as const)('report of the scenario %s', (id, unknown) => {
  it('is one well-behaved file, the same each time, and small', async () => {
    const source = parts.scenarios.get(id);
    if (source === undefined) throw new Error(id);
    const scenario = completeScenario(source, parts.scenarios);
    const options = { samples: 1024 };
    const dossier = await buildDossier(parts, scenario, scenario, false, options);
    expect(await buildDossier(parts, scenario, scenario, false, options)).toEqual(dossier);
    const text = await renderHtml(dossier, { compact: true });
    expect(await renderHtml(dossier, { compact: true })).toBe(text);
    // The target of the static report.
    expect(Buffer.byteLength(text)).toBeLessThan(400_000);
    expect(embedded(text)).toEqual(asJson(dossier));
    wellFormed(text);
    for (const section of [
      'doubt',
      'decides',
      'break-even',
      'two-inputs',
      'map',
      'scaling',
      'real-time',
    ]) {
      expect(text).toContain(`<section id="${section}">`);
    }
    expect(text.match(/class="missing"/g) ?? []).toHaveLength(unknown);
  });
});

describe('page', () => {
  it('allows its own script and nothing else', async () => {
    const text = await page(RESULT);
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(text)?.[1] ?? '';
    const script = /<script>(.*?)<\/script>/s.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).toContain(`script-src &#39;sha256-${hash}&#39;`);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/);
    expect(text.match(/<script/g)).toHaveLength(2);
  });

  it('has every figure, phase, warning and input', async () => {
    const text = body(await page(RESULT));
    const shown = (value: string): string => escapeMarkup(value.replace(/\s+/g, ' '));
    for (const { title } of [
      ...RESULT.native,
      ...RESULT.proving,
      ...RESULT.proof,
      ...RESULT.cost,
    ]) {
      expect(text).toContain(shown(title));
    }
    for (const { title, source } of RESULT.phases) {
      expect(text).toContain(shown(title));
      expect(text).toContain(shown(source));
    }
    for (const { message, hint } of RESULT.warnings) {
      expect(text).toContain(shown(message));
      expect(text).toContain(shown(hint));
    }
    for (const { name, source, stage } of RESULT.inputsUsed) {
      expect(text).toContain(`<code>${name}</code>`);
      expect(text).toContain(shown(source));
      expect(text).toContain(`<span class="stage ${stage}">`);
    }
    for (const { sha256 } of RESULT.inputs) expect(text).toContain(sha256);
    expect(text).toContain(RESULT.scenario.command);
    expect(text).toContain('emuprove report default');
    expect(text).toContain(RESULT.coverage.line);
  });
});

describe.each(Object.entries(HOSTILE))('hostile text in every field: %s', (name, hostile) => {
  it.each([false, true])('names included: %s', async (keys) => {
    const result = withText(RESULT, hostile, keys);
    const text = await page(result);
    expect(embedded(text)).toEqual(asJson(alone(result, 'a test')));
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text.match(/<\/script/g)).toHaveLength(2);
    for (const [, element] of body(text).matchAll(/<([a-z!?][^\s>/]*)/gi)) {
      expect(['!doctype', ...ELEMENTS.split(' ')]).toContain(element);
    }
    // Taking away quoted values leaves the names of attributes, none of which may be an event.
    for (const [tag] of body(text).matchAll(/<[a-z][^>]*>/gi)) {
      expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\bon[a-z]+\s*=|['"`]/i);
    }
    for (const [, href] of body(text).matchAll(/ href="([^"]*)"/g)) {
      expect(href).toMatch(/^(?:https?:\/\/|data:,$|#[a-z][a-z-]*$)/);
    }
    expect(
      [
        ...body(text)
          .replace(/\n/g, '')
          .matchAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu),
      ].map(String),
    ).toEqual([]);
    if (name === 'long') expect(text).toContain('… (10,000 characters)');
  });
});
