const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * The date in a time stamp as these tools write it, `Tue Mar  5 12:00:00 2024`.
 *
 * @returns YYYY-MM-DD, or undefined where it is written otherwise
 */
export function dateIn(text: string): string | undefined {
  const words = text.split(' ').filter((word) => word !== '');
  const at = words.findIndex((word) => MONTHS.includes(word));
  const month = MONTHS.indexOf(words[at] ?? '') + 1;
  const day = Number(words[at + 1]);
  const year = words.slice(at + 2).find((word) => /^(?:19|20)\d\d$/.test(word));
  if (at < 0 || year === undefined || !Number.isInteger(day) || day < 1 || day > 31) {
    return undefined;
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
