/**
 * Keeps the class `typing` on `root` while the focus is within one of `places`. While a button is pressed the class stays as it is,
 * shown or hidden: what is clicked must not move away from under the pointer.
 */
export function followTyping(root: HTMLElement, places: readonly HTMLElement[]): void {
  let isPressed = false;
  const update = (): void => {
    if (isPressed) return;
    root.classList.toggle("typing", document.hasFocus() && places.some((place) => place.contains(document.activeElement)));
  };
  // A click comes behind the end of the press; where the focus goes to, behind its leaving.
  const later = (): void => {
    window.setTimeout(update);
  };
  const release = (): void => {
    isPressed = false;
    later();
  };
  root.addEventListener("pointerdown", () => {
    isPressed = true;
  });
  for (const type of ["pointerup", "pointercancel", "blur"]) window.addEventListener(type, release);
  window.addEventListener("focus", later);
  root.addEventListener("focusin", update);
  root.addEventListener("focusout", later);
}
