/**
 * A value as a field of CSV by RFC 4180. Text that a spreadsheet would run as a formula gets a quote
 * in front, which makes it text; numbers are unrounded, and what is not known is empty.
 */
export function csvField(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = String(value as string | number | boolean);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
