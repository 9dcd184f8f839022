/**
 * Browsers under a POSIX locale call their language `en-US@posix`, which is no language tag: the chart library, which
 * formats numbers as soon as it is loaded, would throw. To be imported before it.
 */
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: document.documentElement.lang || "en", configurable: true });
}
