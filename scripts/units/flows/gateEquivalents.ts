/**
 * Gate equivalents of the gates of flow `gates`: the area of a cell of static CMOS over that of a NAND
 * of two inputs, by the usual sizes of a library (an AND is a NAND and an inverter, and so on).
 */
const EQUIVALENTS: Readonly<Record<string, number>> = {
  $_NAND_: 1,
  $_NOR_: 1,
  $_AND_: 4 / 3,
  $_OR_: 4 / 3,
  $_AOI3_: 4 / 3,
  $_OAI3_: 4 / 3,
  $_AOI4_: 5 / 3,
  $_OAI4_: 5 / 3,
  $_XOR_: 2,
  $_XNOR_: 2,
  $_MUX_: 7 / 3,
  $_NOT_: 2 / 3,
};

/** Flip-flops of Yosys, of any kind. */
const FLIP_FLOP = /^\$_[A-Z]*DFF/;

/**
 * Gate equivalents of all gates, rounded; flip-flops are counted apart.
 *
 * @param cells number of cells by type
 * @throws Error at a cell whose size is not known
 */
export function gateEquivalents(cells: Readonly<Record<string, number>>): number {
  const sum = Object.entries(cells)
    .filter(([type]) => !FLIP_FLOP.test(type))
    .reduce((total, [type, count]) => {
      const size = EQUIVALENTS[type];
      if (size === undefined) throw new Error(`no gate equivalents are known for ${type}`);
      return total + size * count;
    }, 0);
  return Math.round(sum);
}
