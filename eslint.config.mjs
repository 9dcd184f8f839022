import regexp from "eslint-plugin-regexp";
import globals from "globals";
import tseslint from "typescript-eslint";

/** What each part may know of the outside. Which part may import which stands in .dependency-cruiser.cjs. */
const restrict = (message, ...group) => ({ group, message });
const vscodeApi = restrict("Only the client may use the vscode API.", "vscode", "vscode-languageclient", "vscode-languageclient/*");
const node = restrict(
  "No Node here: put it behind an interface that a node or browser main implements.",
  "node:*",
  "fs",
  "path",
  "os",
  "crypto",
  "worker_threads",
  "child_process",
);
const lsp = restrict("Only the server makes LSP types.", "vscode-languageserver", "vscode-languageserver/*", "vscode-languageserver-*");
const layer = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default tseslint.config(
  { ignores: ["dist/", "out/", "**/node_modules/", "**/.bundled/", ".vscode-test/", ".screenshots/"] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  ...tseslint.configs.stylisticTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "No default exports: a name is found by search." },
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file that defines the name." },
      ],
      "no-control-regex": "off",
      eqeqeq: "error",
      "max-len": ["error", { code: 140, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      ...layer(vscodeApi, node, lsp),
      "no-restricted-globals": [
        "error",
        "window",
        "document",
        "process",
        "Buffer",
        "require",
        "setTimeout",
        "setInterval",
        "Date.now",
        "performance",
        "fetch",
        "console",
      ],
    },
  },
  {
    // What takes long on hostile text, and what surely is a slip; the rest of that plugin is taste.
    files: ["src/**/*.ts"],
    plugins: { regexp },
    rules: Object.fromEntries(
      [
        "no-super-linear-backtracking",
        "no-super-linear-move",
        "no-dupe-characters-character-class",
        "no-dupe-disjunctions",
        "no-empty-alternative",
        "no-empty-capturing-group",
        "no-empty-character-class",
        "no-empty-group",
        "no-empty-lookarounds-assertion",
        "no-escape-backspace",
        "no-invalid-regexp",
        "no-invisible-character",
        "no-lazy-ends",
        "no-misleading-unicode-character",
        "no-missing-g-flag",
        "no-optional-assertion",
        "no-trivially-nested-assertion",
        "no-trivially-nested-quantifier",
        "no-useless-assertions",
        "no-useless-backreference",
        "no-useless-character-class",
        "no-useless-dollar-replacements",
        "no-useless-escape",
        "no-useless-lazy",
        "no-useless-quantifier",
        "no-useless-range",
        "no-zero-quantifier",
      ].map((rule) => [`regexp/${rule}`, "error"]),
    ),
  },
  { files: ["src/server/**/*.ts"], ignores: ["src/server/main/*node.ts", "src/server/*/node/**"], rules: layer(vscodeApi, node) },
  { files: ["src/server/main/*node.ts", "src/server/*/node/**"], rules: layer(vscodeApi) },
  { files: ["src/client/**/*.ts"], ignores: ["src/client/extension.ts", "src/client/server/node/**"], rules: layer(node, lsp) },
  { files: ["src/client/extension.ts", "src/client/server/node/**"], rules: layer(lsp) },
  { files: ["src/cli/**/*.ts"], rules: layer(vscodeApi) },
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-floating-promises": "off", "@typescript-eslint/no-non-null-assertion": "off" },
  },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node } },
);
