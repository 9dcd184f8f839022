/** English words that say nothing about what a text is about; folded, without apostrophes' tails. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against ago all almost also although am among an and another any are around as at away back be became because become been before being below between both but by
  came can could did do does doing down during each either else even ever every few for from further get go got had has have having he her here hers him his how however i if in into is it its itself
  just last least less like made make many may me might more most much must my near neither never next no nor not now of off on once one only or other our out over own per put
  same say says said saying she should since so some still such take than that the their them then there these they this those though three through to today together too told took toward two under until up upon us use used
  very via was way we well went were what when where whether which while who whom whose why will with within without would yet you your
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december mr mrs ms according reported added including first second new year years day days week weeks month months time people`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);
