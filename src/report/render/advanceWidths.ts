/** Width of a character, in units of which `unitsPerEm` make the font size. */
export interface AdvanceWidths {
  readonly unitsPerEm: number;
  readonly width: (codePoint: number) => number;
}

/** Format of the character map that covers all of Unicode. */
const SEGMENTED_COVERAGE = 12;

/**
 * Reads the advance widths of a TrueType font: how far each character moves the pen. Kerning is
 * left out; it would make text narrower by less than a percent.
 *
 * Source: OpenType specification 1.9, tables `head`, `hhea`, `hmtx` and `cmap` (format 12).
 *
 * @throws Error for a font without a format 12 character map
 */
export function advanceWidths(font: Buffer): AdvanceWidths {
  const table = tablesOf(font);
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const hmtx = table('hmtx');
  const map = characterMap(font, table('cmap'));
  const glyphOf = (codePoint: number): number => {
    const groups = font.readUInt32BE(map + 12);
    // Groups are sorted by their code points.
    let [low, high] = [0, groups - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = map + 16 + 12 * middle;
      const first = font.readUInt32BE(at);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > font.readUInt32BE(at + 4)) low = middle + 1;
      else return font.readUInt32BE(at + 8) + codePoint - first;
    }
    return 0;
  };
  return {
    unitsPerEm,
    // Glyphs past the last entry are as wide as it.
    width: (codePoint) => font.readUInt16BE(hmtx + 4 * Math.min(glyphOf(codePoint), metrics - 1)),
  };
}

function tablesOf(font: Buffer): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const at = 12 + 16 * i;
    offsets.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`the font has no table ${tag}`);
    return offset;
  };
}

function characterMap(font: Buffer, cmap: number): number {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(at) === SEGMENTED_COVERAGE) return at;
  }
  throw new Error('the font has no character map of format 12');
}
