import { mix } from "./hash";
import type { Sentence } from "./sentence";
import { WordFlag, type Word } from "./words";

/** Features are known by hashes of so many bits, in training as at run time, so that a collision is learnt with. */
export const featureBits = 26;

const featureMask = (1 << featureBits) - 1;

/** The keys of features, in a buffer that is used over and over. */
export class FeatureKeys {
  readonly keys = new Int32Array(256);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Adds the feature "template has this value". */
  add(template: number, value: number): void {
    this.keys[this.length++] = mix(template, value) & featureMask;
  }
}

/** Where a word stands, seen from the token whose label is sought. */
export const Role = { Self: 0, Previous: 1, Next: 2, BeforePrevious: 3, AfterNext: 4, Left: 5, Right: 6 } as const;

export const roleCount = 7;

/**
 * What a single word tells in one role. These depend on the word alone, so the run time adds them up once for each
 * word and role and keeps the sum.
 */
export function wordFeatures(word: Word, role: number, out: FeatureKeys): void {
  const { fine, middle, coarse } = word.classes;
  switch (role) {
    case Role.Self:
      out.add(0, 0);
      out.add(1, word.rawHash);
      out.add(2, word.lowerHash);
      for (let at = 0; at < word.prefixes.length; at++) out.add(10 + at, word.prefixes[at] ?? 0);
      for (let at = 0; at < word.suffixes.length; at++) out.add(20 + at, word.suffixes[at] ?? 0);
      out.add(34, word.shape);
      out.add(40, word.shortShape);
      out.add(60, fine);
      out.add(65, middle);
      out.add(68, coarse);
      out.add(71, mix(fine, word.shortShape));
      break;
    case Role.Previous:
      out.add(3, word.lowerHash);
      out.add(30, word.prefix);
      out.add(31, word.suffix);
      out.add(35, word.shape);
      out.add(61, fine);
      out.add(66, middle);
      break;
    case Role.Next:
      out.add(4, word.lowerHash);
      out.add(32, word.prefix);
      out.add(33, word.suffix);
      out.add(36, word.shape);
      out.add(62, fine);
      out.add(67, middle);
      break;
    case Role.BeforePrevious:
      out.add(5, word.lowerHash);
      out.add(63, fine);
      break;
    case Role.AfterNext:
      out.add(6, word.lowerHash);
      out.add(64, fine);
      break;
    case Role.Left:
      out.add(80, word.lowerHash);
      out.add(82, fine);
      break;
    default:
      out.add(81, word.lowerHash);
      out.add(83, fine);
  }
}

/** How far the roles `Left` and `Right` reach; they begin at the second neighbour. */
export const windowReach = 4;

/** What words tell together, and what the sentence and the document tell of the token at `index`. */
export function jointFeatures(sentence: Sentence, index: number, out: FeatureKeys): void {
  const word = sentence.at(index);
  const previous = sentence.at(index - 1);
  const next = sentence.at(index + 1);
  const second = sentence.at(index - 2);
  const third = sentence.at(index + 2);
  const shape = word.shortShape;
  const { casing } = sentence;
  const first = index === sentence.from ? 1 : 0;

  out.add(7, mix(previous.lowerHash, word.lowerHash));
  out.add(8, mix(word.lowerHash, next.lowerHash));
  out.add(9, mix(previous.lowerHash, next.lowerHash));
  out.add(37, mix(previous.shape, word.shape));
  out.add(38, mix(word.shape, next.shape));
  out.add(39, mix(mix(previous.shape, word.shape), next.shape));
  out.add(41, mix(second.shortShape, mix(previous.shortShape, shape)));
  out.add(42, mix(shape, mix(next.shortShape, third.shortShape)));
  out.add(43, mix(mix(second.shortShape, previous.shortShape), mix(shape, mix(next.shortShape, third.shortShape))));
  out.add(44, word.flags | (first << 7) | (casing << 8));
  out.add(45, mix(casing + 4 * first, shape));
  if (casing !== 0) out.add(46, mix(casing, word.lowerHash));
  out.add(47, mix(previous.lowerHash, word.shape));
  out.add(48, mix(word.shape, next.lowerHash));
  out.add(49, mix(mix(second.lowerHash, previous.lowerHash), shape));
  out.add(50, mix(mix(next.lowerHash, third.lowerHash), shape));

  out.add(69, mix(previous.classes.middle, word.classes.middle));
  out.add(70, mix(word.classes.middle, next.classes.middle));
  out.add(72, mix(mix(previous.classes.middle, shape), next.classes.middle));
  out.add(73, mix(previous.classes.fine, shape));
  out.add(74, mix(next.classes.fine, shape));
  out.add(75, mix(mix(previous.classes.coarse, word.classes.coarse), next.classes.coarse));
  out.add(84, mix(sentence.at(sentence.from).lowerHash, shape));

  const setting = sentence.stats.topic() + (sentence.isTabular ? 3 : 0);
  out.add(110, mix(setting, shape));
  out.add(111, mix(setting, sentence.phrases(index)));
  out.add(112, mix(setting, word.classes.middle));
  out.add(113, mix(setting, mix(previous.lowerHash, word.shortShape)));
  out.add(114, mix(setting, mix(word.shortShape, next.lowerHash)));

  phraseFeatures(sentence, index, shape, out);
  if ((word.flags & WordFlag.Capital) === 0) return;
  documentFeatures(sentence, word, previous, first, out);
  seriesFeatures(sentence, index, -1, out);
  seriesFeatures(sentence, index, 1, out);
}

/**
 * The next capitalised word to one side, where smaller words stand between: the names of a series ("Orm, Halmir and
 * Tarsk Steel") are mostly of one kind.
 */
function seriesFeatures(sentence: Sentence, index: number, step: number, out: FeatureKeys): void {
  if ((sentence.at(index + step).flags & WordFlag.Capital) !== 0) return;
  for (let distance = 2; distance <= windowReach; distance++) {
    const other = sentence.at(index + step * distance);
    if ((other.flags & WordFlag.Capital) === 0) continue;
    const between = mix(sentence.at(index + step).lowerHash, step * distance);
    out.add(115, mix(between, other.classes.coarse));
    out.add(116, mix(between, sentence.phrases(index + step * distance)));
    out.add(117, mix(between, other.shortShape));
    return;
  }
}

function phraseFeatures(sentence: Sentence, index: number, shape: number, out: FeatureKeys): void {
  const own = sentence.phrases(index);
  if (own === 0) out.add(90, -1);
  for (let bits = own; bits !== 0; bits &= bits - 1) {
    const bit = 31 - Math.clz32(bits & -bits);
    out.add(90, bit);
    out.add(91, mix(bit, shape));
  }
  if (own !== 0) out.add(94, own);
  for (let bits = sentence.phrases(index - 1); bits !== 0; bits &= bits - 1) out.add(92, 31 - Math.clz32(bits & -bits));
  for (let bits = sentence.phrases(index + 1); bits !== 0; bits &= bits - 1) out.add(93, 31 - Math.clz32(bits & -bits));
}

function documentFeatures(sentence: Sentence, word: Word, previous: Word, first: number, out: FeatureKeys): void {
  const { stats, casing } = sentence;
  const lower = stats.lower(word) > 0 ? 1 : 0;
  const seen = lower | (stats.upperMid(word) > 0 ? 2 : 0) | (stats.upper(word) > 1 ? 4 : 0);
  out.add(100, seen);
  out.add(101, mix(seen, first + casing * 2));
  if (lower !== 0) out.add(106, mix(word.shortShape, first + casing * 2));
  const titled = stats.afterTitle(word) > 0 ? 1 : 0;
  const saying = stats.beforeSaying(word) > 0 ? 1 : 0;
  const inside = stats.afterUpper(word) > 0 ? 1 : 0;
  out.add(102, Math.min(2, stats.afterTitle(word)));
  out.add(103, saying);
  out.add(104, inside);
  out.add(105, titled | (saying << 1) | (inside << 2));
  if ((previous.flags & WordFlag.Capital) !== 0) {
    out.add(107, (stats.afterTitle(previous) > 0 ? 1 : 0) | (stats.afterUpper(previous) > 0 ? 2 : 0));
  }
}
