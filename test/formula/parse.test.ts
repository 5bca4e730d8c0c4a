import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Expr } from '../../src/formula/ast.ts';
import { parseFormula } from '../../src/formula/parse.ts';
import { issuesOfFormula, parsed } from '../support/makeSystem.ts';

/** An expression with every bracket written, so that precedence can be read off. */
function show(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return String(expr.value);
    case 'name':
      return expr.index.length === 0 ? expr.name : `${expr.name}[${expr.index.join(',')}]`;
    case 'negate':
      return `(-${show(expr.arg)})`;
    case 'not':
      return `(not ${show(expr.arg)})`;
    case 'binary':
    case 'compare':
    case 'logic':
      return `(${show(expr.left)} ${expr.op} ${show(expr.right)})`;
    case 'if':
      return `(${show(expr.test)} ? ${show(expr.then)} : ${show(expr.otherwise)})`;
    case 'call':
      return `${expr.fn}(${expr.args.map(show).join(', ')})`;
    case 'reduce': {
      const where = expr.where === undefined ? '' : `, ${show(expr.where)}`;
      return `${expr.fn}(${expr.index}; ${show(expr.body)}${where})`;
    }
  }
}

/** Every name and number of an expression with its position, in the order of the text. */
function leaves(expr: Expr): [string, number][] {
  switch (expr.kind) {
    case 'number':
      return [[String(expr.value), expr.at]];
    case 'name':
      return [[expr.name, expr.at]];
    case 'negate':
    case 'not':
      return leaves(expr.arg);
    case 'binary':
    case 'compare':
    case 'logic':
      return [...leaves(expr.left), ...leaves(expr.right)];
    case 'if':
      return [...leaves(expr.test), ...leaves(expr.then), ...leaves(expr.otherwise)];
    case 'call':
      return [[expr.fn, expr.at], ...expr.args.flatMap(leaves)];
    case 'reduce':
      return [
        [expr.fn, expr.at],
        ...leaves(expr.body),
        ...(expr.where === undefined ? [] : leaves(expr.where)),
      ];
  }
}

describe('parseFormula: legal forms', () => {
  it.each([
    ['1', '1'],
    ['.5', '0.5'],
    ['2.', '2'],
    ['1.5e-3', '0.0015'],
    ['1E6', '1000000'],
    ['a_1', 'a_1'],
    ['fill[lut]', 'fill[lut]'],
    ['need[o, r]', 'need[o,r]'],
    ['+a', 'a'],
    ['((a))', 'a'],
    ['min(a, b)', 'min(a, b)'],
    ['f()', 'f()'],
    ['a != b', '(a != b)'],
    ['a == b', '(a == b)'],
    ['sum_over(r, v[r])', 'sum_over(r; v[r])'],
    ['min_over(r, v[r] / w[r], w[r] > 0)', 'min_over(r; (v[r] / w[r]), (w[r] > 0))'],
    ['argmax_over(k, sum_over(o, n[k, o]))', 'argmax_over(k; sum_over(o; n[k,o]))'],
    ['(a >\n b)', '(a > b)'],
  ])('reads %j', (text, expected) => {
    expect(show(parsed(text))).toBe(expected);
  });
});

describe('parseFormula: precedence', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b / c', '((a / b) / c)'],
    ['a / b * c', '((a / b) * c)'],
    ['a * b ^ c', '(a * (b ^ c))'],
    ['a^b^c', '(a ^ (b ^ c))'],
    ['2^-r', '(2 ^ (-r))'],
    ['2^-r^2', '(2 ^ (-(r ^ 2)))'],
    ['-2^2', '(-(2 ^ 2))'],
    ['(-2)^2', '((-2) ^ 2)'],
    ['-a * b', '((-a) * b)'],
    ['a - -b', '(a - (-b))'],
    ['a + b > c * d', '((a + b) > (c * d))'],
    ['a > b and c > d or e > f', '(((a > b) and (c > d)) or (e > f))'],
    ['p or q and s', '(p or (q and s))'],
    ['not p and q', '((not p) and q)'],
    ['not (p and q)', '(not (p and q))'],
    ['not not p', '(not (not p))'],
    ['a > b ? c : d', '((a > b) ? c : d)'],
    ['p ? a : q ? b : c', '(p ? a : (q ? b : c))'],
    ['p and q ? a + 1 : b', '((p and q) ? (a + 1) : b)'],
  ])('reads %s as %s', (text, expected) => {
    expect(show(parsed(text))).toBe(expected);
  });
});

describe('parseFormula: positions', () => {
  it('are those of the names and numbers in the text', () => {
    const text = '  aa*( 12.5e-1 + bb[r] )  -min( cc,\t.75) / log2(dd) ^ -3';
    const written = ['aa', '12.5e-1', 'bb', 'min', 'cc', '.75', 'log2', 'dd', '3'];
    const expected = written.map((leaf) => text.indexOf(leaf) + 1);
    expect(leaves(parsed(text)).map(([, at]) => at)).toEqual(expected);
  });

  it('are not moved by words that are operators', () => {
    const text = 'not pp and qq > 1 or not ss';
    expect(leaves(parsed(text))).toEqual([
      ['pp', 5],
      ['qq', 12],
      ['1', 17],
      ['ss', 26],
    ]);
  });

  it('of an operation is that of its first name or number', () => {
    const expr = parsed('a + (bb * c)');
    expect(expr).toMatchObject({ at: 1, right: { kind: 'binary', at: 6, op: '*' } });
  });

  it('of a reduction and what is in it', () => {
    const text = 'a + sum_over(r, v[r] * w, v[r] > u)';
    expect(leaves(parsed(text))).toEqual(
      [
        ['a', 1],
        ['sum_over', 5],
        ['v', 17],
        ['w', 24],
        ['v', 27],
        ['u', 34],
      ].map(([leaf, at]) => [leaf, at]),
    );
  });

  it('are right for hexadecimal numbers, or these are refused', () => {
    const result = parseFormula('0x10 + aa');
    if (result.ok) expect(leaves(result.expr).at(-1)).toEqual(['aa', 8]);
    else expect(result.issues[0]?.position).toBe(1);
  });

  it('are right for a function with the name of an operator', () => {
    expect(issuesOfFormula('a + mod(b, 2)')[0]).toMatchObject({ position: 5 });
  });

  it('hold for random formulas with random white space', () => {
    const leaf = fc.constantFrom('a', 'bb', 'c_c', 'v[r]', '1', '2.5', '.5', '3e2', '1e-7');
    const operator = fc.constantFrom('+', '-', '*', '/', '^', '> ', '==', ' and ', ' or ', ', ');
    const space = fc.constantFrom('', ' ', '  ', '\t');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(leaf, operator, space, space), { minLength: 1, maxLength: 12 }),
        (parts) => {
          let text = 'f(';
          const expected = [1];
          parts.forEach(([name, op, before, after], i) => {
            text += before;
            expected.push(text.length + 1);
            text += name + after;
            if (i < parts.length - 1) text += op;
          });
          text += ')';
          const result = parseFormula(text);
          // Chained comparisons and the like are refused; this is about what is accepted.
          fc.pre(result.ok);
          if (result.ok) expect(leaves(result.expr).map(([, at]) => at)).toEqual(expected);
        },
      ),
    );
  });
});

/** Something that only executed code could set. */
const canary = globalThis as { emuproveCanary?: unknown };

const HOSTILE: readonly string[] = [
  'constructor',
  'constructor(1)',
  'constructor.constructor(1)',
  'a.constructor',
  'a.constructor.prototype',
  'a["constructor"]',
  'a[constructor]',
  '__proto__',
  '__proto__(1)',
  'a.__proto__',
  'a[__proto__]',
  'prototype',
  'toString',
  'toString()',
  'valueOf()',
  'hasOwnProperty(a)',
  'import',
  'import(a)',
  'import("fs")',
  'require("fs")',
  'eval("emuproveCanary=1")',
  'eval(a)',
  'evaluate("1")',
  'parse(a)',
  'compile(a)',
  'simplify(a)',
  'derivative(a, b)',
  'createUnit(a)',
  'config(a)',
  'help(a)',
  'process.exit(1)',
  'globalThis.emuproveCanary = 1',
  'emuproveCanary = 1',
  'f(x) = emuproveCanary',
  'f(x) = x',
  'a = 1',
  'a[r] = 1',
  '`${emuproveCanary=1}`',
  '"text"',
  "'text'",
  'a; b',
  'a\nb',
  '{a: 1}',
  '[1, 2, 3]',
  '[a]',
  'a # comment',
  'a // comment',
  'a /* comment */',
  '2 a',
  'a b',
  '(a)(b)',
  '2(3)',
  'a < b < c',
  'a <= b == c',
  'a!',
  "a'",
  'a % b',
  'a mod b',
  'a xor b',
  'a to b',
  'a in b',
  'a & b',
  'a | b',
  '~a',
  'a .* b',
  'a ./ b',
  'a .^ b',
  'a << 1',
  'a >> 1',
  '1:3',
  'v[1]',
  'v[1:2]',
  'v[r][r]',
  'v[r].x',
  'v["lut"]',
  'v[lut + 1]',
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '1 000',
  '1_000',
  '1,5',
  'i',
  'pi',
  'end',
  '5 cm',
  '$a',
  'a$b',
  '\\u0061',
  'а', // Cyrillic
  'ａ + 1', // full width
  'a\u200b',
  'a\u202e + b',
  '\u2066a\u2069',
  '\ufeffa',
  'a\u0301',
  '٣ + a', // Arabic digit
  'a × b',
  'a − b', // U+2212
  '²',
  'a²',
  '\u0000',
  'a\u0000b',
  '\u001b[31ma',
  '\ud800',
  '💣',
  '',
  ' ',
  '\n',
  '()',
  '(a',
  'a)',
  'a +',
  '* a',
  'a ? b',
  'a ? b :',
  'min(',
  'min(a,)',
  'min(a,,b)',
  'v[',
  'v[]',
  'sum_over',
  'sum_over()',
  'sum_over(r)',
  'sum_over(2, a)',
  'sum_over(r, v[r], a > b, a)',
  'sum_over(z, a)',
  'x'.repeat(100_000),
  '('.repeat(5_000) + 'a' + ')'.repeat(5_000),
  '('.repeat(1_900) + 'a' + ')'.repeat(1_900),
  '['.repeat(5_000),
  'v['.repeat(1_000) + 'r' + ']'.repeat(1_000),
  '-'.repeat(3_000) + 'a',
  '- '.repeat(1_500) + 'a',
  'not '.repeat(900) + 'a',
  '1' + '+1'.repeat(1_999),
  'a^'.repeat(1_900) + 'a',
  'a?a:'.repeat(900) + 'a',
  'f('.repeat(1_900),
  'min(a,'.repeat(600) + 'a' + ')'.repeat(600),
];

describe('hostile formulas', () => {
  afterEach(() => {
    expect(canary.emuproveCanary).toBeUndefined();
    delete canary.emuproveCanary;
  });

  it.each(HOSTILE.map((text) => [text.length > 60 ? `${text.slice(0, 60)}…` : text, text]))(
    'refuses %j',
    (_, text) => {
      const issues = issuesOfFormula(text);
      expect(issues.length).toBeGreaterThan(0);
      for (const { code, message, position } of issues) {
        expect(code).toMatch(/^[a-z-]+$/);
        expect(message).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        // What is wrong is named, not the machinery that tripped over it.
        expect(message).not.toMatch(/call stack|undefined|is not a function/);
        if (position !== undefined) {
          expect(position).toBeGreaterThanOrEqual(1);
          expect(position).toBeLessThanOrEqual(text.length + 1);
        }
      }
    },
  );

  it('gives the size of a text that is too long, and stops there', () => {
    const issues = issuesOfFormula('1+'.repeat(50_000) + '1');
    expect(issues).toMatchObject([{ code: 'formula-too-long', received: '100001' }]);
  });

  it('points at the bracket that is one too deep', () => {
    const text = '('.repeat(150) + 'a' + ')'.repeat(150);
    expect(issuesOfFormula(text)).toMatchObject([{ code: 'formula-too-deep', position: 101 }]);
  });

  it('accepts what is long and deep but reasonable', () => {
    expect(issuesOfFormula('('.repeat(90) + 'a' + ')'.repeat(90))).toEqual([]);
    expect(issuesOfFormula('a' + '+a'.repeat(150))).toEqual([]);
  });

  it('shortens and escapes what it repeats', () => {
    const [issue] = issuesOfFormula('a\u202eb');
    expect(issue).toMatchObject({ code: 'formula-character', received: '\\u202e', position: 2 });
  });

  it.each([undefined, null, 5, {}, []])('gives an issue for %j, which is no text', (value) => {
    expect(parseFormula(value as unknown as string).ok).toBe(false);
  });

  it('never throws on arbitrary text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        (text) => {
          const result = parseFormula(text);
          expect(result.ok || result.issues.length > 0).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never throws on arbitrary sequences of what formulas are made of', () => {
    const token = fc.constantFrom(
      ...[
        'a',
        'v',
        'r',
        'lut',
        '1',
        '.5',
        '(',
        ')',
        '[',
        ']',
        ',',
        '+',
        '-',
        '*',
        '/',
        '^',
        '<',
        '>',
      ],
      ...[
        '==',
        '=',
        '!',
        '?',
        ':',
        '.',
        ' ',
        'not ',
        'and ',
        'sum_over(',
        'min(',
        'constructor',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        expect(Array.isArray(issuesOfFormula(tokens.join('')))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
