/** `$(name)` in a text from the corpus is text, not an icon. */
export function escapeIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}
