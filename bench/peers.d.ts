/** What is used of packages that only `bench/package.json` names, so that types are checked where they are not installed. */
declare module "compromise" {
  interface Found {
    json(options: { readonly offset: boolean }): unknown;
  }
  function compromise(text: string): { people(): Found; organizations(): Found; places(): Found };
  export = compromise;
}
declare module "wink-nlp" {
  namespace winkNLP {
    type ItsFunction<Value> = (index: number, ...more: readonly unknown[]) => Value;
  }
  interface WinkTokens {
    out(): string[];
    out<Value>(its: winkNLP.ItsFunction<Value>): Value[];
  }
  function winkNLP(model: object, pipe: readonly string[]): { readonly its: object; readDoc(text: string): { tokens(): WinkTokens } };
  export = winkNLP;
}
declare module "wink-eng-lite-web-model" {
  const model: object;
  export = model;
}
declare module "node-sqlite3-wasm" {
  interface Statement {
    run(values: readonly (string | number)[]): unknown;
    all(values: readonly (string | number)[]): Record<string, unknown>[];
    finalize(): void;
  }
  class Database {
    constructor(path?: string);
    run(sql: string): unknown;
    exec(sql: string): void;
    prepare(sql: string): Statement;
    close(): void;
  }
}
