import { createRequire } from 'node:module';
import type { FontWeight } from './font.ts';

const require = createRequire(import.meta.url);

/** Path of the font file in a weight. */
export function fontFile(weight: FontWeight): string {
  const file = weight === 'bold' ? 'DejaVuSans-Bold.ttf' : 'DejaVuSans.ttf';
  return require.resolve(`dejavu-fonts-ttf/ttf/${file}`);
}
