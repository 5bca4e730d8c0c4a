import type { Design } from './designs/design.ts';
import { designsOf, type Unit } from './rows/unit.ts';

/** Every design with what it is and the rows of units that it goes into. */
export function listing(designs: readonly Design[], units: readonly Unit[]): string {
  const width = Math.max(...designs.map(({ id }) => id.length));
  const lines = designs.map((design) => {
    const rows = units
      .filter((unit) => designsOf(unit).some(({ id }) => id === design.id))
      .flatMap((unit) => Object.values(unit.ids));
    const what = [design.title, ...(design.field === '' ? [] : [design.field])].join('; ');
    return `${design.id.padEnd(width)}  ${what}${rows.length > 0 ? ` -> ${rows.join(', ')}` : ''}`;
  });
  return `${lines.join('\n')}\n`;
}
