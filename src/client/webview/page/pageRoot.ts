/** The element that a page's frame gives to its script; `data-subject` in it says what the page is about. */
export function pageRoot(): HTMLElement {
  const root = document.querySelector<HTMLElement>("#page");
  if (!root) throw new Error("The page has no frame.");
  return root;
}
