/**
 * Puts a text on the clipboard; where that is not allowed, selects it for the reader to copy.
 *
 * @param shown element that shows the text
 * @returns what to tell the reader
 */
export async function copyText(text: string, shown: Element): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied.';
  } catch {
    getSelection()?.selectAllChildren(shown);
    return 'Selected: copy it with the keyboard.';
  }
}
