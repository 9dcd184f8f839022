/** The letters beyond ASCII of languages that were written in eight bits, the most frequent first. */
const alphabets: readonly string[] = [
  // Western and northern Europe
  "äöüß",
  "éèàêçâîôùûïëœæ",
  "óíáéñúü",
  "ãçéáíóõêâàúôü",
  "èàùòìéó",
  "ëéïèöü",
  "åäöé",
  "øåæéö",
  "ðíáóéúöþýæ",
  "õäüöšž",
  "àèéóòíçúïü",
  "ëç",
  // Central Europe and the Baltic
  "íáěéřýšžčůúňóťď",
  "áíéýčžšúľťôňóďäŕĺ",
  "łąęóżśćńź",
  "éáőöíóüúű",
  "ăîâșțşţ",
  "čšžćđ",
  "ėšžįčųūąę",
  "āīēšūņļžģķčŗ",
  "ıüşğçöâîû",
  "əıüöşçğ",
  // Vietnamese, with the marks that Windows-1258 sets apart
  "đưươăâêôáàạảãếềệểễấầậẩẫốồộổỗớờợởỡứừựửữíìịỉĩúùụủũýỳỵỷỹéèẹẻẽóòọỏõắằặẳẵ\u0301\u0300\u0323\u0309\u0303",
  // Cyrillic
  "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
  "оаинвтеірслкумдпзяьбгючйхцжшєїщфґ",
  "аоиетнрсвлкдпмзяъугбчцйхжщшюфь",
  "аоиенртсувкјмдпљзчгбђшњжћцхфџ",
  "аіентросклыупмдзбячьшўюжцхгёфэй",
  "аоиетнрсвлкдмпзјугбчцшќњѓљжхфџѕ",
  // Greek, Hebrew, Arabic, Persian, Urdu
  "αοιετσνηρπκμλυςωάίόγέδήθχύφώβξζψ",
  "יוהלארתבשמנדפקעחגכצטסזםןךץף",
  "اليمونرتبةعدسفهكقأحجشطصخإذىضغثزآئءظؤ",
  "اینيردهموتسبشلکكزگخفقحجعپچطصآضغظثذژئء",
  "اکیيےرنسںلہوتمبگدپٹھجچعقفشحخصزئڑآڈطءذضغثظژ",
  // Thai
  "านรอกเงมวลสตทยดปคพหบขจชผถซธศฉณฟษฐภญฤฏฎฑฆ่้ัีิ์ืุ็าูแไโใำะึๆฯ",
];

/** Chinese characters, Japanese and Korean syllables that make up much of any text. */
const commonCharacters =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处世经济市表示政府宣布" +
  "這為個國時來們產種後會對發動說過經進著部電現實體機當點從業應開還與關線內數質氣變條沒結問題無軍麼黨員總設長頭邊級圖統較將組見計別論運農幾區決戰則處據過議會" +
  "のにはをたがでてとしれさいるなもこからっすだくまりあよきそどうンスルートイリラクアシフレドタセコロカ日本年月会社大時間人者国東京部長市政府首相発表" +
  "이다는의에을를은고가하지사로기한정도서리자해있스대인시어수나부들전라국일을과장제관보만지난것으했말주원위성년경상했다고며회밝조발민공동선구당중적의통";
const common: ReadonlySet<string> = new Set(commonCharacters);

/** By character, what each alphabet says of it, 0.35 to 1: an array index a language. */
const ranks = new Map<string, Float32Array>();
alphabets.forEach((alphabet, language) => {
  const letters = Array.from(alphabet);
  letters.forEach((letter, rank) => {
    const values = ranks.get(letter) ?? new Float32Array(alphabets.length);
    values[language] = Math.max(values[language] ?? 0, 1 - (0.65 * rank) / letters.length);
    ranks.set(letter, values);
  });
});

const letter = /[\p{L}\p{M}]/u;
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;
const ideograph = /[\u3400-\u9fff\uf900-\ufaff]/;
const kana = /[\u3041-\u30fa\u30fc]/;
const hangul = /[\uac00-\ud7a3]/;
/** Marks that texts have between words or at their edges. */
const betweenWords = /[«»“”„‟‹›•¿¡°§€£‘‚、。「」『』（），：；？！・《》【】〔〕\u3000％]/;
/** Marks that stand between words without blanks too. */
const joiner = /[\u00a0–—―…]/;
const asciiLetter = /[a-z]/i;
const apostrophe = /[’‘ʼ]/;

/**
 * How much `text`, decoded in some way, reads like a text of some language, by its characters beyond ASCII alone: about
 * 0.6 to 0.9 for the right encoding, near 0 or below for a wrong one. `beyond` tells how many such characters there are.
 */
export function likelihood(text: string): { readonly value: number; readonly beyond: number } {
  const byLanguage = new Float32Array(alphabets.length);
  const characters = Array.from(text);
  let beyond = 0;
  let letters = 0;
  let eastern = 0;
  let easternLetters = 0;
  let other = 0;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    beyond++;
    const before = characters[at - 1] ?? " ";
    const after = characters[at + 1] ?? " ";
    const isInWord = letter.test(before) && letter.test(after);
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) other -= 4;
    else if (ideograph.test(character) || kana.test(character) || hangul.test(character)) {
      easternLetters++;
      eastern += common.has(character) ? 1 : kana.test(character) ? 0.7 : hangul.test(character) ? 0.15 : 0.1;
      // A lone one beside Latin letters is two bytes of something else.
      if (asciiLetter.test(before) || asciiLetter.test(after)) eastern -= 1;
    } else if (betweenWords.test(character)) other += isInWord ? -1.5 : 0.5;
    else if (joiner.test(character)) other += 0.9;
    else if (apostrophe.test(character)) other += 0.5;
    else if (!letter.test(character)) other += isInWord ? -2 : -0.7;
    else {
      letters++;
      const folded = character.toLowerCase();
      const values = ranks.get(folded) ?? ranks.get(folded.charAt(0));
      for (let language = 0; language < byLanguage.length; language++) {
        const value = values?.[language] ?? 0;
        byLanguage[language] = (byLanguage[language] ?? 0) + (value > 0 ? value : -1);
      }
      // No word is half in one alphabet and half in another.
      if (code >= 0x370 && code < 0x1e00 && (asciiLetter.test(before) || asciiLetter.test(after))) other -= 1.5;
      // Capitals stand first in a word, or all of it is in capitals.
      if (upper.test(character) && lower.test(before)) other -= 1.5;
    }
  }
  if (beyond === 0) return { value: 0, beyond };
  const best = letters === 0 ? 0 : Math.max(...byLanguage);
  // Scripts of the East among letters of alphabets are a sign of chance.
  const mixture = Math.min(letters, easternLetters);
  return { value: (best + eastern + other - mixture) / beyond, beyond };
}
