import { visibleText } from '../../visible.ts';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string | undefined;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element. Text is only ever set as text, and what nobody would see in it is made visible.
 * `true` is an attribute without a value.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), attributes, children);
}

/** An SVG element. */
export function drawn<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled<T extends Element>(node: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child !== undefined) node.append(typeof child === 'string' ? visibleText(child) : child);
  }
  return node;
}

/** Sets the text of an element only where it changes, which is all that costs. */
export function setText(node: Element, text: string): void {
  const visible = visibleText(text);
  if (node.textContent !== visible) node.textContent = visible;
}
