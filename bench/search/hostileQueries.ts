/** Queries that nobody means: broken syntax, endless input, what breaks patterns, half characters, other directions of writing. */
export function hostileQueries(count: number, random: () => number): readonly string[] {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pieces = [
    '"', "“", "”", "«", "(", ")", "((", "))", "-", "--", "−", "NOT ", " OR ", " AND ", " NEAR/3 ", " NEAR/999 ", " NEAR ", "*", "**", "~", "~2", ":", "::",
    "title:", "date:", "date:..", "date:<", "is:", "undated:", "story:", "source:\"", "lang:", "2013-99-99", "2013-01..", "..", " ", "\t", "\n", "\u00a0", "\u200b", "\ufeff",
    "dam", "the", "a*", "e~", "lissen", "(a+)+$", "^(.*)*$", "[", "\\", "/", "\\d{1,99999}", "${x}", "%00", "\u0000", "\ud800", "\udc00", "\ud83d\ude00", "\u202e", "\u2067",
    "العربية", "和平谈判", "สันติภาพ", "é", "ﬁ", "İ", "ß", "'", "’s", "U.S.", "1,000,000", "<img src=x onerror=alert(1)>", "__proto__", "constructor", "toString", "hasOwnProperty",
  ];
  const piece = (): string => pieces[below(pieces.length)] ?? "";
  const long = (make: () => string): string => {
    let text = "";
    while (text.length < 10_000) text += make();
    return text;
  };
  const kinds: readonly (() => string)[] = [
    () => Array.from({ length: 1 + below(12) }, piece).join(""),
    () => Array.from({ length: 1 + below(200) }, piece).join(" "),
    () => String.fromCharCode(...Array.from({ length: 1 + below(60) }, () => below(0x10000))),
    () => long(piece),
    () => piece().repeat(5000).slice(0, 10_000),
    () => `${"(".repeat(below(5000))}dam${")".repeat(below(5000))}`,
    () => long(() => `${String.fromCharCode(97 + below(26))}* OR `),
    () => long(() => `-"${piece()} ${piece()}" `),
    () => long(() => `the NEAR/999 ${piece()} `),
    () => "a".repeat(10_000),
  ];
  return Array.from({ length: count }, (_, index) => (kinds[index % kinds.length] ?? piece)());
}
