/** Why a text is no article, as a sentence; null for what may be one. */
export function isOtherFile(text: string, fileName: string): string | null {
  return fileName !== "" && text.trim() === "" ? "It is empty." : null;
}
