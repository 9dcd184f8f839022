/** VS Code's names of the themes of pictures, by the names that the command line has for them. */
export const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "light-2026": "Light 2026",
  "dark-2026": "Dark 2026",
  "hc-light": "Default High Contrast Light",
  "hc-dark": "Default High Contrast",
} as const;

export type Theme = keyof typeof themes;

/** The class that a workbench has while it shows a theme: after the theme's file. */
export const themeClasses: Readonly<Record<Theme, string>> = {
  light: themeClass("light_modern"),
  dark: themeClass("dark_modern"),
  "light-2026": themeClass("2026-light"),
  "dark-2026": themeClass("2026-dark"),
  "hc-light": themeClass("hc_light"),
  "hc-dark": themeClass("hc_black"),
};

function themeClass(file: string): string {
  return `vscode-theme-defaults-themes-${file}-json`;
}

/** What the theme picker calls the themes that the VS Code from npm does not take from its settings at start. */
export const pickedThemes: Readonly<Partial<Record<Theme, string>>> = {
  "hc-light": "Light High Contrast",
  "hc-dark": "Dark High Contrast",
};

/** The themes that `--theme` names: one, several with commas between them, or `all`. Throws for any other. */
export function parseThemes(text: string): Theme[] {
  if (text === "all") return Object.keys(themes) as Theme[];
  return text.split(",").map((name) => {
    if (!(name in themes)) throw new Error(`There is no theme "${name}": give ${Object.keys(themes).join(", ")} or all.`);
    return name as Theme;
  });
}
