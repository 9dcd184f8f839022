import { upTo } from "./evidence";
import type { TextSample } from "./textSample";

const endsSentence = /[.!?…。！？؟۔।։។၊။][\s"'”’»」』)\]]*$/;
const figure = /\p{Nd}+(?:[.,:٫٬]\p{Nd}+)*/gu;
const quotation = /[“"«„「『‹][^\n“”"«»„「」『』‹›]{12,400}[”"»“」』›]/g;
const sentence = /[.!?。！？؟۔।։។။]/g;

/**
 * How much like reported prose a text looks in any language, 0 to 3: whole sentences in paragraphs, figures (sums,
 * dates, ages), and words of others in quotation marks. It takes no word of any language.
 */
export function proseShape({ lines, paragraphs, prose, proseShare, unspaced, paragraphWords }: TextSample): number {
  if (prose.length < (unspaced ? 60 : 150)) return 0;
  const long = paragraphs.filter((paragraph, index) => (unspaced ? paragraph.length >= 20 : (paragraphWords[index] ?? 0) >= 10));
  const whole = long.filter((paragraph) => endsSentence.test(paragraph.slice(-8))).length / Math.max(1, long.length);
  // Thai and Lao end their sentences with a space.
  const isUnmarked = !sentence.test(prose.slice(0, 4000));
  sentence.lastIndex = 0;
  const units = unspaced ? prose.length / 2 : prose.length / 6;
  const figures = (100 * (prose.match(figure)?.length ?? 0)) / Math.max(50, units);
  const quoted = prose.match(quotation)?.length ?? 0;
  const isCatalogue = lines.length > 4 && figures > 12;
  return (
    (isUnmarked ? 0.4 : upTo(1, 1.6 * (whole - 0.3))) * proseShare + (isCatalogue ? 0 : upTo(1.2, 0.8 * figures)) + upTo(0.8, 0.4 * quoted)
  );
}
