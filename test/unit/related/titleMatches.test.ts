import { strict as assert } from "node:assert";
import { TitleMatcher } from "../../../src/core/related/links/titleMatches";

const headlines: Readonly<Record<string, string>> = {
  ferry: "Ferry Terminal to Reopen After Four Years",
  mayor: "Mayor Calder Wins Third Term in Port Ellery",
  open: "Peace Talks Open in Velm",
  fail: "Peace Talks Fail in Velm",
  figures: "Bridge Cost Rises to 14 Million Crowns",
  copy: "Ferry terminal to reopen after four years",
};

describe("titles that name articles", () => {
  const matcher = new TitleMatcher();
  for (const [id, headline] of Object.entries(headlines)) matcher.set(id, headline);

  const cases: readonly (readonly [title: string, found: readonly string[]])[] = [
    ["Ferry Terminal to Reopen After Four Years", ["copy", "ferry"]],
    ["FERRY TERMINAL TO REOPEN AFTER FOUR YEARS", ["copy", "ferry"]],
    ["“Ferry Terminal” to Reopen – After Four Years", ["copy", "ferry"]],
    ["Mayor Calder Wins a Third Term in Port Ellery", ["mayor"]],
    ["Mayor Calder Wins Third Term in Port Elery", ["mayor"]],
    ["Mayor Calder Wins Third Term in Port Ellery | The Harbour Gazette", ["mayor"]],
    ["Mayor Calder Loses", []],
    ["Peace Talks Open in Velm", ["open"]],
    ["Peace Talks Resume in Velm", []],
    ["Bridge Cost Rises to 41 Million Crowns", ["figures"]],
    ["Bridge Cost", []],
    ["", []],
    ["***", []],
  ];
  for (const [title, found] of cases) {
    it(`${JSON.stringify(title)} names ${found.length === 0 ? "nothing" : found.join(", ")}`, () => {
      assert.deepEqual(
        matcher.matches(title, null).map(({ id }) => id),
        found,
      );
    });
  }

  it("never names the article that lists it", () => {
    assert.deepEqual(
      matcher.matches(headlines["ferry"] ?? "", "ferry").map(({ id }) => id),
      ["copy"],
    );
  });

  it("forgets titles that have gone", () => {
    const changing = new TitleMatcher();
    changing.set("a", "Harbour Office Moves to New Quay");
    changing.set("a", "Lighthouse Keeper Retires at Last");
    assert.deepEqual(changing.matches("Harbour Office Moves to New Quay", null), []);
    changing.delete("a");
    assert.deepEqual(changing.matches("Lighthouse Keeper Retires at Last", null), []);
  });
});
