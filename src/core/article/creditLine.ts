const limit = 420;

const patterns: readonly RegExp[] = [
  /^\W*(?:additional |further |with )*(?:reporting|writing|editing|compiled|compilation|translated|translation|edited|production|research)(?:,? (?:and|&) (?:additional )?(?:writing|editing|reporting|research))? (?:by|in \p{Lu}[\p{L} ]{1,30} by)\b/iu,
  /^\W*(?:written|reported|produced) by .{3,80}[;.] .{0,20}(?:edit|report|writ)/i,
  /^\W*with (?:assistance|files|reporting|additional reporting|material|materials|contributions?|inputs?|agency inputs|agencies|information|reports?) (?:from|by)\b/i,
  /^\(?(?:with )?(?:inputs? from|agency inputs|agencies|with agencies|with agency inputs|from wire reports|from staff reports|wire reports)\b.{0,80}$/i,
  /^(?:some )?(?:material|materials|information|reporting|reports|content|news|text)s? from .{2,240}\b(?:was|were|is|are|has been|have been) (?:\w+ )?(?:used|included|contributed|incorporated)\b/i,
  /\bcontributed(?: reporting| research| writing)?(?: from [\p{L} ,]{2,60})? (?:to|for) (?:this|the) (?:report|story|article|piece|dispatch)\W*$/iu,
  /\b(?:is|was|are|were) (?:also )?(?:included|used) in (?:this|the) (?:report|story|article|dispatch)\W*$/i,
  /\bcontributed (?:additional )?reporting(?: from \p{Lu}[\p{L}., ]{1,60})?\W*$/iu,
  /^\W*this (?:report|story|article|dispatch|piece)\b.{0,40}\b(?:includes?|contains?|incorporates?|draws|uses|was (?:compiled|prepared|produced|translated|reported|written|published with|supported)|has been|is based|was based|is part of|originally appeared|first appeared)\b/i,
  /^\W*(?:reuters|ap|afp|associated press|the associated press|bloomberg|agence france-presse) (?:and [\p{L} ]{2,40} )?(?:contributed|writers? .{2,120} contributed)/iu,
  /^\W*(?:—|–|-)\s?(?:with|by) (?:assistance|reporting|files)\b/i,
  /^\W*(?:mit material|avec|con informaci[oó]n|по материалам|при участии|mit agenturmaterial)\b.{0,100}$/iu,
];

/** What every credit has a part of: keeps the dearer patterns from most texts. */
const hint =
  /report|contribut|edit|material|information|assist|compil|translat|writ|agenc|inputs?|files|wires?|content|used in|included in|avec |con informaci|по материалам|при участии|production|research/i;

/** A dispatch's last line: "Reuter", "ENDS", "-0-", "###", "/TASS/", an editor's initials ("jd/mc/"). */
const signOff =
  /^(?:(?:--?|[–—])?\s?\(?(?:reuters?|afp|ap|dpa|upi|pti|ians|xinhua|tass|ansa|efe|kyodo|ends?|the end|fin)\)?[./]?|\/\w{2,12}\/|-\s?(?:0|30|ends?)\s?-|(?:# ?){2,4}|[a-z]{2,4}(?:\/[a-z]{2,4}){1,4}\/?|■|◼|□)$/i;

/** Whether a text tells who else reported, wrote, edited, or whose material is in it. */
export function isCreditLine(plain: string): boolean {
  return plain.length <= limit && plain.length >= 8 && hint.test(plain) && patterns.some((pattern) => pattern.test(plain));
}

/** Whether a text is only the mark that ends a dispatch. */
export function isSignOff(plain: string): boolean {
  return plain.length <= 20 && signOff.test(plain);
}
