/** VS Code's names of the themes of pictures, by the names that the command line has for them. */
export const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "hc-light": "Default High Contrast Light",
  "hc-dark": "Default High Contrast",
} as const;

export type Theme = keyof typeof themes;

/** The themes that `--theme` names: one, several with commas between them, or `all`. Throws for any other. */
export function parseThemes(text: string): Theme[] {
  if (text === "all") return Object.keys(themes) as Theme[];
  return text.split(",").map((name) => {
    if (!(name in themes)) throw new Error(`There is no theme "${name}": give ${Object.keys(themes).join(", ")} or all.`);
    return name as Theme;
  });
}
