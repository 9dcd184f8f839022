import { deepEqual } from "node:assert/strict";
import { quantitiesIn } from "../../../src/core/check/quantities";

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["More than 100,000 people have been killed.", ["+100000 person"]],
  ["Some one hundred thousand people fled.", ["~100000 person"]],
  ["It costs $3.5 million and 23 per cent more.", ["3500000 $", "23 %"]],
  ["Inflation was 23% and then 7 percent.", ["23 %", "7 %"]],
  ["A dozen ships and twenty-three sailors were lost.", ["12 ship", "23 sailor"]],
  ["Two hundred and fifty houses burned.", ["250 house"]],
  ["He was born in 1987 and left on May 3, 2011.", []],
  ["The G20 and Geneva-2 are names, the 15th is a day, 10:30 a time.", []],
  ["At least 94,000, perhaps up to 120,000 deaths", ["+94000 ", "-120000 death"]],
  ["It sold 1 200 cars for €4bn.", ["1200 car", "4000000000 €"]],
  ["One man and another one came.", []],
  ["eight new hospitals", ["8 hospital"]],
];

describe("quantities", () => {
  for (const [text, expected] of cases)
    it(text, () => {
      deepEqual(
        quantitiesIn(text, 0, text.length).map(({ value, unit, bound }) => `${bound}${value} ${unit}`),
        expected,
      );
    });
});
