/** Decimals of numbers that would otherwise be written with an exponent. */
const DECIMALS = 15;

/**
 * A number with commas between thousands and all of its decimals, as in `1,234.5`. The locale `en-US` has
 * the same commas, but an engine loads its tables of all languages first, which takes as long as evaluating a
 * scenario.
 *
 * @param number - a number, or one as text
 */
export function grouped(number: number | string): string {
  const text = typeof number === 'string' ? number : plainText(number);
  return text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

function plainText(number: number): string {
  const text = String(number);
  if (!text.includes('e-')) return text.includes('e') ? BigInt(number).toString() : text;
  return number.toFixed(DECIMALS).replace(/\.?0+$/, '');
}
