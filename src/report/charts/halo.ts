/** Keeps text legible that crosses a line: it is drawn twice, first with a broad white outline. */
export const HALO = { stroke: 'white', strokeWidth: 8, strokeJoin: 'round' } as const;

/**
 * A layer of text, drawn first as a white outline and then as it is.
 *
 * @param mark properties of the text mark
 * @param rest the other parts of the layer, without a colour in the encoding
 * @param color encoding of the colour of the text itself
 */
export function haloText(
  mark: object,
  rest: { encoding: object; data?: object; transform?: object[] },
  color?: object,
): object[] {
  const text = { type: 'text', ...mark };
  const own = color === undefined ? rest.encoding : { ...rest.encoding, color };
  return [
    { ...rest, mark: { ...text, ...HALO } },
    { ...rest, mark: text, encoding: own },
  ];
}
