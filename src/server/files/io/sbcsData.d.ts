/** The tables of iconv-lite, which has no types for them: for each name the upper 128 characters, or another name for the same. */
declare module "iconv-lite/encodings/sbcs-data-generated.js" {
  const tables: Readonly<Record<string, string | { readonly type: "_sbcs"; readonly chars: string } | undefined>>;
  export = tables;
}
declare module "iconv-lite/encodings/sbcs-data.js" {
  const tables: Readonly<Record<string, string | { readonly type: "_sbcs"; readonly chars: string } | undefined>>;
  export = tables;
}
