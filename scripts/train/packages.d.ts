/** What is used of packages that only `scripts/train/package.json` names, so that types are checked where they are not installed. */
declare module "@faker-js/faker" {
  interface GivenNames {
    readonly female?: readonly string[];
    readonly male?: readonly string[];
  }
  export const allLocales: Readonly<Record<string, { readonly person?: { readonly first_name?: GivenNames } }>>;
}
declare module "world-countries" {
  interface Country {
    readonly cca2: string;
    readonly name: { readonly common: string; readonly official: string };
    readonly altSpellings: readonly string[];
    readonly demonyms: Readonly<Record<string, { readonly m: string; readonly f: string } | undefined>>;
  }
  const countries: readonly Country[];
  export = countries;
}
