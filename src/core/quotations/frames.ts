import type { Mention } from "../entities/mention";
import type { Span } from "../text/span";
import type { Item } from "./clauses";
import type { QuotationKind } from "./quotation";
import { accordingTo, type ReportingVerb, reportingVerbs, thatWords } from "./reportingVerbs";
import { isRoleHead } from "../entities/roles/roleWords";
import { type FoundSpeaker, hasVerb, relatives, speakerBefore, speakerBehind } from "./speakers";

/** A quotation as its sentence tells it: content, cue and speaker by items. */
export interface Frame {
  readonly kind: QuotationKind;
  /** Offsets into the text. */
  readonly content: Span;
  readonly cue: Span | null;
  readonly speaker: FoundSpeaker | null;
  /** The quotations that are its content, or part of it. */
  readonly quotes: readonly number[];
}

const beForms = /^(?:is|was|were|are|been|be|being|get|gets|got)$/u;
const closers = /^[.!?…,;:。！？)\]]+$/u;
const wh = /^(?:how|whether|why|if|what|who|where|when|ob|wie|si|comment|cómo)$/u;
const timeOpeners =
  /^(?:on|in|at|late|early|earlier|later|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|during|by|after|through|via|to|from|following|before)$/u;
const objectFrames =
  /^(?:called|calls|described|describes|accused|accuses|dismissed|dismisses|rejected|branded|labelled|labeled|denounced|criticised|criticized|praised|hailed|condemned|characterised|characterized|termed|dubbed|calling|describing|branding|labelling|labeling|denouncing|criticising|criticizing|praising|hailing|condemning|dubbing)$/u;
/** Past forms that say something where they stand beside a quotation, whatever the verb. */
const spokenForms = /^(?:began|went|shot|put|spoke|sang|wept|swore|broke|cut|[a-z]{2,}(?:ed|es|s))$/u;
/** What says when, where or how behind the words that a verb of description quotes. */
const trailing = /^(?:after|before|during|when|while|following|on|in|at|as|since|amid|for|and|but)$/u;

const foreignThat = /^(?:dass|daß|что)$/u;
const germanVerbs = /^(?:sagt|erklär|beton|mein|warn|behaupt|versicher|berichte|bestätig)\p{L}*$/u;
/** Verbs that go on with the subject of what was reported: "… but declined to say". */
const goesOnVerbs =
  /^(?:declined|declines|refused|refuses|added|adds|said|says|gave|offered|insisted|warned|denied|conceded|admitted|acknowledged|stressed|noted|cautioned)$/u;

/** The quotations that one sentence states, by its reporting verbs and its "according to", in order. `quotes` are all of the article. */
export function framesOf(items: readonly Item[], quotes: readonly Span[], mentions: readonly Mention[]): readonly Frame[] {
  return new SentenceReader(items, quotes, mentions).read();
}

class SentenceReader {
  readonly #items: readonly Item[];
  readonly #quotes: readonly Span[];
  readonly #mentions: readonly Mention[];
  readonly #frames: Frame[] = [];
  /** Items before this one belong to what was found. */
  #done = 0;

  constructor(items: readonly Item[], quotes: readonly Span[], mentions: readonly Mention[]) {
    this.#items = items;
    this.#quotes = quotes;
    this.#mentions = mentions;
  }

  read(): readonly Frame[] {
    const end = this.#end();
    for (let at = 0; at < end; at++) {
      const item = this.#items[at];
      if (item?.kind !== "word" || at < this.#done) continue;
      const width = this.#accordingTo(at);
      if (width > 0) {
        this.#according(at, width, end);
        continue;
      }
      if (this.#asSaying(at, end) || this.#voiced(at, end) || this.#withWords(at, end)) continue;
      const verb = item.mention < 0 || /\p{Ll}/u.test(item.text.charAt(0)) ? reportingVerbs.get(item.text) : undefined;
      if (verb === undefined || (item.capital && at > 0 && item.mention >= 0)) {
        if (objectFrames.test(item.text)) this.#described(at, end);
        continue;
      }
      if (!this.#isFinite(at, verb)) continue;
      if (objectFrames.test(item.text) && this.#items[at + 1]?.kind === "quote" && this.#described(at, end)) continue;
      if (this.#behindContent(at, end) || this.#interrupting(at, end)) continue;
      if (this.#beforeContent(at, verb, end)) continue;
      if (objectFrames.test(item.text)) this.#described(at, end);
    }
    this.#colon(end);
    return this.#frames;
  }

  /** The item behind the sentence's last word: closing marks left out. */
  #end(): number {
    let end = this.#items.length;
    while (end > 0) {
      const last = this.#items[end - 1];
      if (last?.kind !== "mark" || !/^[.!?…。！？:;]+$/u.test(last.text)) break;
      end--;
    }
    return end;
  }

  #accordingTo(at: number): number {
    const item = this.#items[at];
    const next = this.#items[at + 1];
    if (item === undefined) return 0;
    if (next !== undefined && accordingTo.has(`${item.text} ${next.text}`)) return 2;
    if (item.text === "zufolge" && (this.#items[at - 1]?.mention ?? -1) >= 0) return 1;
    return accordingTo.has(item.text) && item.mention < 0 && (at === 0 || this.#items[at - 1]?.text === ",") ? 1 : 0;
  }

  /** Whether the form at `at` can be the verb of a clause: no participle of a passive, no infinitive, no noun. */
  #isFinite(at: number, verb: ReportingVerb): boolean {
    const before = this.#items[at - 1];
    const item = this.#items[at];
    const next = this.#items[at + 1];
    if (item === undefined) return false;
    if (before === undefined) return !verb.hearer && /^(?:said|sagte|dijo|сказал|сказала|заявил)$/u.test(item.text);
    if (before.kind === "word" && before.mention < 0) {
      if (beForms.test(before.text)) return item.text.endsWith("ing") && item.text !== "being";
      if (before.text === "to") return /^(?:on|came)$/u.test(this.#items[at - 2]?.text ?? "");
      if (/^(?:the|a|an|his|her|its|their|no|any|of|these|those|such|some|not)$/u.test(before.text) && !this.#isAuxiliary(at - 1))
        return false;
      if (/^(?:have|having|not)$/u.test(before.text) && before.text === "having") return false;
    }
    if (before.possessive) return false;
    if (/^(?:calls?|called)$/u.test(item.text) && next?.text === "on") return false;
    if (/^(?:answers?|answered)$/u.test(item.text) && next !== undefined && /^(?:questions?|to|for)$/u.test(next.text)) return false;
    if (item.text === "added" && next?.text === "to") return false;
    return true;
  }

  /** "…, NAME said on Monday." and "…," said NAME. */
  #behindContent(at: number, end: number): boolean {
    // "«…», a déclaré NAME": the auxiliary belongs to the verb.
    const lead = this.#isAuxiliary(at - 1) ? at - 1 : at;
    const before = this.#items[lead - 1];
    if (before === undefined || this.#items[at]?.text.endsWith("ing") === true) return false;
    const from = this.#done;
    let speaker: FoundSpeaker | null;
    let contentTo: number;
    let restFrom: number;
    if (before.kind === "quote" || (before.text === "," && lead - 2 >= from) || /^[–—-]$/u.test(before.text)) {
      speaker = /^t(?:old|ells?)$/u.test(this.#items[at]?.text ?? "") ? null : speakerBehind(this.#items, at + 1, end);
      contentTo = before.kind === "quote" ? lead : lead - 1;
      restFrom = speaker?.phraseTo ?? at + 1;
      if (speaker !== null && before.kind !== "quote" && this.#items[lead - 2]?.kind !== "quote" && this.#isListed(from, contentTo))
        return false;
      if (speaker === null) {
        // "NAME, the head of the service, said": the comma closes what stands beside the subject.
        speaker = speakerBefore(this.#items, from, at);
        if (speaker === null) return false;
        contentTo = this.#contentBefore(speaker.phraseFrom, from);
        restFrom = at + 1;
      } else if (before.text === ",") {
        const beside = speakerBefore(this.#items, from, at);
        if (beside !== null && beside.form === "name" && !this.#isClause(from, contentTo)) return false;
      }
    } else {
      speaker = speakerBefore(this.#items, from, at);
      if (speaker === null) return false;
      contentTo = this.#contentBefore(speaker.phraseFrom, from);
      restFrom = at + 1;
    }
    if (contentTo <= from || !this.#isClause(from, contentTo)) return false;
    if (!this.#isClosing(restFrom, end)) return false;
    this.#take(from, contentTo, at, at + 1, speaker);
    this.#done = this.#restEnd(restFrom, end);
    this.#continued(speaker, at, end);
    this.#more(speaker, at, end);
    return true;
  }

  /**
   * "“…,” she beamed.", "“…?” he shot back.", "“…,” quipped NAME.": any verb with its subject right behind a
   * quotation that a comma, a question or an exclamation joins to it.
   */
  #withWords(at: number, end: number): boolean {
    const before = this.#items[at - 1];
    const isOutside = before?.kind === "mark" && before.text === ",";
    const quote = isOutside ? this.#items[at - 2] : before;
    if (quote?.kind !== "quote" || at < this.#done || !(isOutside || /[,?!，？！—–]/u.test(quote.text))) return false;
    let stop = at;
    while (stop < end && this.#items[stop]?.kind === "word") stop++;
    for (let next = at; next < Math.min(stop, at + 10); next++) {
      const item = this.#items[next];
      if (item === undefined || (item.mention < 0 && reportingVerbs.has(item.text))) return false;
    }
    const first = this.#items[at];
    if (first === undefined || stop - at > 12) return false;
    let cue = -1;
    let speaker: FoundSpeaker | null = null;
    if (first.mention < 0 && !first.capital && /^[a-z]{3,}ed$/u.test(first.text)) {
      cue = at;
      speaker = speakerBehind(this.#items, at + 1, end);
    } else {
      for (let next = at + 1; next < Math.min(stop, at + 8) && cue < 0; next++) {
        const item = this.#items[next];
        if (item === undefined || item.mention >= 0 || item.capital || !spokenForms.test(item.text)) continue;
        speaker = speakerBefore(this.#items, at, next);
        if (speaker?.phraseFrom === at) cue = next;
      }
    }
    if (cue < 0 || speaker === null || (speaker.form === "role" && !/^(?:the|his|her|their)$/u.test(first.text))) return false;
    const from = Math.max(this.#done, this.#items.lastIndexOf(quote));
    this.#take(from, from + 1, cue, cue + 1, speaker);
    this.#done = this.#restEnd(Math.max(cue + 1, speaker.phraseTo), end);
    this.#continued(speaker, cue, end);
    return true;
  }

  #isAuxiliary(at: number): boolean {
    const before = this.#items[at - 1];
    return /^(?:a|ont|hat|haben|ha|avait|hatte)$/u.test(this.#items[at]?.text ?? "") && (before?.kind === "quote" || before?.text === ",");
  }

  /** Where the content in front of a speaker ends: at the comma or the quotation there; `from` for none. */
  #contentBefore(phraseFrom: number, from: number): number {
    const before = this.#items[phraseFrom - 1];
    if (before === undefined || phraseFrom <= from) return from;
    if (before.kind === "quote") return phraseFrom;
    return /^[,–—?!-]+$/u.test(before.text) ? phraseFrom - 1 : from;
  }

  /** Whether a stretch says something: it has a quotation or a verb, and more than a word or two. */
  #isClause(from: number, to: number): boolean {
    const part = this.#items.slice(from, to);
    if (part.some((item) => item.kind === "quote")) return true;
    return (
      to - from >= 3 &&
      hasVerb(this.#items, from, to) &&
      !/^(?:after|before|when|while|as|if|speaking|asked|although|though|since|because|until|once|following|despite|including)$/u.test(
        this.#items[from]?.text ?? "",
      )
    );
  }

  /** "ministers, analysts, …": a stretch of a list and no clause. */
  #isListed(from: number, to: number): boolean {
    return !this.#isClause(from, to);
  }

  /** Whether what stands behind the attribution up to the next comma or quotation only says when, where or to whom. */
  #isClosing(from: number, end: number): boolean {
    let at = from;
    for (; at < end; at++) {
      const item = this.#items[at];
      if (item === undefined) return true;
      if (item.kind === "quote") return this.#items[at - 1]?.kind === "mark" || at > from;
      if (item.kind === "mark" && /^[,;:–—]$/u.test(item.text)) return true;
      if (thatWords.has(item.text) && item.mention < 0) return false;
      // "said an official who was not authorised to speak"
      if (relatives.has(item.text) && item.mention < 0) return true;
      if (at - from > 16) return false;
    }
    return !hasVerb(this.#items, from, at) || timeOpeners.test(this.#items[from]?.text ?? "");
  }

  #restEnd(from: number, end: number): number {
    let at = from;
    while (at < end && this.#items[at]?.kind !== "quote" && !/^[,;:]$/u.test(this.#items[at]?.text ?? "")) at++;
    return at;
  }

  /** "It will close, she said, but not for long": a rest that goes on with what was said. */
  #more(speaker: FoundSpeaker, cue: number, end: number): void {
    const from = this.#done + 1;
    const first = this.#items[from];
    const next = this.#items[from + 1];
    if (this.#items[this.#done]?.text !== "," || first === undefined || next === undefined || from + 1 >= end) return;
    const isRest =
      /^(?:but|not|nor|because|unless|although|though|if)$/u.test(first.text) ||
      (first.text === "the" && /^[a-z]{3,}est$/u.test(next.text));
    if (!isRest || this.#frames.at(-1)?.kind === "direct") return;
    for (let at = from; at < end; at++) {
      const item = this.#items[at];
      if (
        item === undefined ||
        item.kind === "quote" ||
        (item.mention < 0 && item.kind === "word" && (reportingVerbs.has(item.text) || goesOnVerbs.test(item.text)))
      )
        return;
    }
    this.#take(from, end, cue, cue + 1, speaker);
    this.#done = end;
  }

  /** "The marks, she says, match the beak": who says it stands between the subject and its verb. */
  #interrupting(at: number, end: number): boolean {
    const from = this.#done;
    if (this.#items[at + 1]?.text !== "," || at + 3 >= end) return false;
    const speaker = speakerBefore(this.#items, from, at);
    if (speaker === null || this.#items[speaker.phraseFrom - 1]?.text !== "," || speaker.phraseTo - speaker.phraseFrom > 6) return false;
    if (speaker.phraseFrom - 1 - from > 12 || speaker.phraseFrom - 1 <= from || hasVerb(this.#items, from, speaker.phraseFrom - 1))
      return false;
    const opener = this.#items[from];
    const rest = this.#items[at + 2];
    if (opener?.kind !== "word" || rest?.kind !== "word" || rest.text.endsWith("ing")) return false;
    if (this.#items.slice(from, end).some((item) => item.kind === "quote")) return false;
    this.#take(from, this.#contentEnd(at + 2, end), at, at + 1, speaker);
    this.#done = end;
    return true;
  }

  /** "…," he said, "…": what goes on behind the attribution is his as well. */
  #continued(speaker: FoundSpeaker, cue: number, end: number): void {
    for (let at = this.#done; at < end; at++) {
      const item = this.#items[at];
      if (item === undefined) return;
      if (item.kind === "quote") {
        this.#take(at, at + 1, cue, cue + 1, speaker);
        this.#done = at + 1;
      } else if (item.kind !== "mark" && at > this.#done + 14) return;
      else if (item.kind === "word" && item.mention < 0 && reportingVerbs.has(item.text)) return;
    }
  }

  /** "NAME said that …", "NAME told reporters on Monday: …", "NAME vowed to …". */
  #beforeContent(at: number, verb: ReportingVerb, end: number): boolean {
    const item = this.#items[at];
    if (item === undefined) return false;
    let speaker: FoundSpeaker | null;
    let free = false;
    if (item.text.endsWith("ing")) {
      const before = this.#items[at - 1];
      if (!/^(?:,|and|after|before|by|while|for)$/u.test(before?.text ?? "")) return false;
      speaker = this.#frames.at(-1)?.speaker ?? this.#subject(at);
      free = true;
    } else speaker = speakerBefore(this.#items, this.#clauseStart(at), at);
    // "…, and said he would go": the subject of the first verb.
    if (speaker === null && this.#items[at - 1]?.text === "and" && this.#frames.length > 0) speaker = this.#frames.at(-1)?.speaker ?? null;
    if (speaker === null && /^(?:and|but)$/u.test(this.#items[at - 1]?.text ?? "")) speaker = this.#subject(at - 1);
    if (speaker === null) return false;
    const start = this.#contentStart(at, verb, end, free);
    if (start === null || start.from >= end) return false;
    let to = this.#contentEnd(start.from, end);
    while (to > start.from && this.#items[to - 1]?.kind === "mark" && /^[,;:–—]$/u.test(this.#items[to - 1]?.text ?? "")) to--;
    if (to <= start.from) return false;
    const only = this.#items.slice(start.from, to).every((one) => one.kind !== "word");
    if (!only && to - start.from < 2) return false;
    this.#take(start.from, to, at, at + 1, speaker);
    this.#done = to;
    return true;
  }

  /** Where the clause of the verb at `at` may begin: behind what was found, and behind "; " or ": ". */
  #clauseStart(at: number): number {
    for (let from = at - 1; from >= this.#done; from--) {
      const item = this.#items[from];
      if (item === undefined || item.kind === "quote" || /^[;:]$/u.test(item.text)) return from + 1;
    }
    return this.#done;
  }

  #contentStart(at: number, verb: ReportingVerb, end: number, free: boolean): { readonly from: number } | null {
    let quote = -1;
    for (let next = at + 1; next < end && next <= at + 16; next++) {
      const item = this.#items[next];
      if (item === undefined) break;
      if (item.kind === "quote") {
        quote = next;
        break;
      }
      if (item.mention < 0 && thatWords.has(item.text)) return { from: next + 1 };
      if (item.text === ":") {
        const behind = this.#items[next + 1];
        if (behind?.kind === "quote") return { from: next + 1 };
        if (next + 2 < end && !verb.thing) return { from: next + 1 };
        return null;
      }
      if (
        item.text === "," &&
        /^(?:however|too|meanwhile|though|therefore)$/u.test(this.#items[next + 1]?.text ?? "") &&
        this.#items[next + 2]?.text === ","
      ) {
        next += 2;
        continue;
      }
      if (
        item.text === "," &&
        thatWords.has(this.#items[next + 1]?.text ?? "") &&
        next + 2 < end &&
        foreignThat.test(this.#items[next + 1]?.text ?? "")
      )
        return { from: next + 2 };
      if (hasVerb(this.#items, next, next + 1) || item.text === ",") break;
    }
    // "sagte, die Höhle werde gesperrt"
    if (germanVerbs.test(this.#items[at]?.text ?? "") && quote < 0 && this.#items[at + 1]?.text === "," && at + 4 < end)
      return { from: at + 2 };
    const first = this.#items[at + 1];
    if (first === undefined || at + 1 >= end) return null;
    if (wh.test(first.text) && (verb.bare || verb.hearer || !verb.thing) && !verb.noun && first.text !== "when" && first.text !== "where")
      return { from: at + 1 };
    if (quote === at + 1) return { from: quote };
    // "said: “…”", "said, “…”", "told reporters on Monday, “…”"
    if (quote > 0 && this.#items[quote - 1]?.kind === "mark") return { from: quote };
    const comma = this.#next(at + 1, end, ",");
    if (comma > 0 && this.#items[comma + 1]?.kind === "quote" && comma - at <= 16) return { from: comma + 1 };
    if (verb.infinitive && first.text === "to") return { from: at + 1 };
    if (verb.hearer) {
      const infinitive = this.#next(at + 1, Math.min(end, at + 10), "to");
      if (
        infinitive > 0 &&
        !verb.bare &&
        /^(?:urge|urges|urged|ask|asks|asked)$/u.test(this.#items[at]?.text ?? "") &&
        !hasVerb(this.#items, at + 1, infinitive)
      )
        return { from: infinitive };
    }
    if (verb.bare && (!verb.noun || free)) {
      const from = this.#skipAdverbial(at + 1, verb, end);
      if (this.#startsClause(from, end)) return { from };
    }
    if (verb.thing && end - at > 2 && !closers.test(first.text)) return { from: at + 1 };
    return null;
  }

  #next(from: number, end: number, text: string): number {
    for (let at = from; at < end; at++) if (this.#items[at]?.text === text && (this.#items[at]?.mention ?? -1) < 0) return at;
    return -1;
  }

  /** Behind "said": past "on Friday", "in a statement on Monday", "Monday", and behind "told" past whom it was told. */
  #skipAdverbial(from: number, verb: ReportingVerb, end: number): number {
    let at = from;
    if (verb.hearer && !verb.noun) {
      const first = this.#items[at];
      if (
        first !== undefined &&
        (first.mention >= 0 ||
          /^(?:reporters|journalists|lawmakers|him|her|them|us|me|the|a|an|state|parliament|delegates)$/u.test(first.text))
      ) {
        let to = at + 1;
        if (first.mention >= 0) while (this.#items[to]?.mention === first.mention) to++;
        else if (/^(?:the|a|an|state)$/u.test(first.text)) {
          while (
            to < end &&
            to < at + 6 &&
            (this.#items[to]?.capital === true ||
              this.#items[to]?.mention !== -1 ||
              /^(?:news|agency|newspaper|tv|radio|television|broadcaster|committee|court|council|assembly|conference|hearing|paper|daily)$/u.test(
                this.#items[to]?.text ?? "",
              ))
          )
            to++;
        }
        at = to;
      }
    }
    for (let rounds = 0; rounds < 3; rounds++) {
      const item = this.#items[at];
      if (item === undefined || !timeOpeners.test(item.text)) break;
      let to = at + 1;
      if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|earlier|later)$/u.test(item.text)) {
        at = to;
        continue;
      }
      if (/^(?:late|early|last|this)$/u.test(item.text)) to++;
      else {
        while (to < end && to < at + 7) {
          const word = this.#items[to];
          if (word?.kind !== "word") break;
          to++;
          if (
            /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|statement|interview|conference|briefing|speech|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december|television|tv|radio|post|letter|report|e-mail|email|tweet|website|address|telephone|phone|\d{1,4})$/u.test(
              word.text,
            )
          )
            break;
        }
      }
      if (hasVerb(this.#items, at, to)) break;
      at = to;
    }
    if (this.#items[at]?.text === ",") at++;
    return at;
  }

  /** Whether a clause begins at `from`: something that can be its subject, and a verb not far behind. */
  #startsClause(from: number, end: number): boolean {
    const first = this.#items[from];
    if (first === undefined || first.kind === "mark") return false;
    if (
      first.kind === "word" &&
      first.mention < 0 &&
      /^(?:to|of|was|is|were|are|has|have|had|will|would|can|could|may|might|must|should|when|after|before|while|and|but|or|as|so|in|with|about|for|by)$/u.test(
        first.text,
      )
    )
      return /^(?:in|as|for|by)$/u.test(first.text) && hasVerb(this.#items, from + 2, Math.min(end, from + 24));
    for (let at = from; at < Math.min(end, from + 26); at++) {
      const item = this.#items[at];
      if (item === undefined) break;
      if (item.kind === "quote") return true;
      if (item.text === "," && this.#items[at + 1]?.text.endsWith("ing") === true) return false;
      if (
        at > from &&
        item.kind === "word" &&
        item.mention < 0 &&
        (hasVerb(this.#items, at, at + 1) || /^\p{Ll}+(?:ed|es|s|t)$/u.test(item.text))
      )
        return true;
    }
    return hasVerb(this.#items, from + 1, end);
  }

  /** Content ends with the sentence, or in front of what somebody else says: ", while NAME said", ", according to", ", adding". */
  #contentEnd(from: number, end: number): number {
    for (let at = from + 1; at < end; at++) {
      const item = this.#items[at];
      if (/^(?:but|and)$/u.test(item?.text ?? "") && goesOnVerbs.test(this.#items[at + 1]?.text ?? "")) return at;
      if (item?.text !== ",") continue;
      const next = this.#items[at + 1];
      if (next === undefined) break;
      if (
        this.#accordingTo(at + 1) > 0 ||
        /^(?:adding|saying|warning|noting|stressing|insisting|arguing|claiming|explaining)$/u.test(next.text)
      )
        return at;
      if (this.#isReportedBy(at + 1, end)) return at;
      if (/^(?:but|while|and|whereas)$/u.test(next.text)) {
        for (let cue = at + 2; cue < Math.min(end, at + 12); cue++) {
          const verb = this.#items[cue];
          if (
            verb !== undefined &&
            verb.mention < 0 &&
            verb.kind === "word" &&
            /^(?:said|says|told|added|denied|warned|insisted|argued|claimed)$/u.test(verb.text)
          ) {
            const speaker = speakerBefore(this.#items, at + 2, cue);
            if (speaker !== null || cue === at + 2) return at;
          }
        }
      }
    }
    return end;
  }

  /** ", the agency reported" at the end of a sentence: whoever reports the whole of it is no part of it. */
  #isReportedBy(from: number, end: number): boolean {
    const last = this.#items[end - 1];
    if (last === undefined || end - from > 10 || end - from < 2 || !/^(?:reported|said|says|wrote|reports|added|claimed)$/u.test(last.text))
      return false;
    return speakerBefore(this.#items, from, end - 1) !== null && !hasVerb(this.#items, from, end - 1);
  }

  /** "quoted NAME as saying on Friday that …": the speaker is whom somebody else quotes. */
  #asSaying(at: number, end: number): boolean {
    if (!/^(?:saying|telling|warning|adding)$/u.test(this.#items[at]?.text ?? "") || this.#items[at - 1]?.text !== "as") return false;
    let from = at - 2;
    while (from >= this.#done && !/^(?:quoted|quotes|quoting|cited|cites|citing)$/u.test(this.#items[from]?.text ?? "")) from--;
    if (from < this.#done || at - from > 20) return false;
    const speaker = speakerBehind(this.#items, from + 1, at - 1);
    const start = this.#contentStart(at, { bare: true, hearer: false, infinitive: false, thing: false, noun: false }, end, true);
    if (speaker === null || start === null) return false;
    const to = this.#contentEnd(start.from, end);
    this.#take(start.from, to, at, at + 1, speaker);
    this.#done = to;
    return true;
  }

  /** "voiced hope that …", "expressed concern over …", "made clear that …". */
  #voiced(at: number, end: number): boolean {
    if (!/^(?:voiced|voices|expressed|expresses|made|makes|issued|gave)$/u.test(this.#items[at]?.text ?? "")) return false;
    let noun = at + 1;
    while (
      noun < end &&
      noun < at + 4 &&
      !/^(?:hopes?|concerns?|confidence|fears?|doubts?|regret|optimism|belief|satisfaction|support|alarm|warning|clear|assurances?|readiness|willingness|outrage|surprise|disappointment)$/u.test(
        this.#items[noun]?.text ?? "",
      )
    )
      noun++;
    const next = this.#items[noun + 1];
    if (noun >= at + 4 || next === undefined || noun + 2 >= end) return false;
    if (!thatWords.has(next.text)) return false;
    const speaker = speakerBefore(this.#items, this.#clauseStart(at), at) ?? this.#subject(at);
    if (speaker === null) return false;
    const to = this.#contentEnd(noun + 2, end);
    this.#take(noun + 2, to, at, noun + 1, speaker);
    this.#done = to;
    return true;
  }

  /** The subject of the sentence, for "…, saying that": the first name or pronoun in front of `until` that no preposition leads. */
  #subject(until: number): FoundSpeaker | null {
    const role = this.#firstRole(until);
    for (let at = 0; at < Math.min(until, 14); at++) {
      const item = this.#items[at];
      if (item === undefined || item.kind === "quote") return role;
      if (role !== null && at >= role.from && at < role.to) {
        const named = this.#items.slice(role.from, role.to).findIndex((one) => one.mention >= 0 && !one.possessive);
        if (named < 0 || this.#items.slice(role.from, role.from + named).some((one) => /^(?:of|for|at|in|from|by)$/u.test(one.text)))
          return role;
      }
      if (item.mention >= 0 && !item.possessive) {
        let to = at + 1;
        while (this.#items[to]?.mention === item.mention) to++;
        const before = this.#items[at - 1];
        if (
          this.#items[to - 1]?.possessive === true ||
          /^(?:in|on|at|of|from|to|for|with|by|near|after|before|against)$/u.test(before?.text ?? "")
        ) {
          at = to - 1;
          continue;
        }
        const type = this.#mentions[item.mention]?.type;
        if (type === "MISC" || type === "EVENT") {
          at = to - 1;
          continue;
        }
        return { from: at, to, form: "name", mention: item.mention, phraseFrom: at, phraseTo: to };
      }
      if (/^(?:he|she|they|it)$/u.test(item.text))
        return { from: at, to: at + 1, form: "pronoun", mention: null, phraseFrom: at, phraseTo: at + 1 };
    }
    return null;
  }

  /** "The chancellor has …", "The head of the carrier Zipp was …": a role that opens the sentence, up to its verb. */
  #firstRole(until: number): FoundSpeaker | null {
    const first = this.#items[0];
    if (first?.kind !== "word" || !/^(?:the|a|an|his|her|its|their|one)$/u.test(first.text)) return null;
    let to = 1;
    let head = -1;
    for (; to < Math.min(until, 14); to++) {
      const item = this.#items[to];
      if (item?.kind !== "word") break;
      if (
        hasVerb(this.#items, to, to + 1) ||
        (item.mention < 0 && (reportingVerbs.has(item.text) || /^(?:who|that|which|and|but|on|has)$/u.test(item.text)))
      )
        break;
      if (head < 0 && /^(?:of|for|at|in|from|with)$/u.test(item.text)) head = to - 1;
    }
    if (head < 0) head = to - 1;
    const noun = this.#items[head];
    if (noun === undefined || head < 1 || noun.mention >= 0 || !isRoleHead(noun.text)) return null;
    return { from: 0, to, form: "role", mention: null, phraseFrom: 0, phraseTo: to };
  }

  /** "NAME called it “a mess”": mixed, where words are quoted. */
  #described(at: number, end: number): boolean {
    const before = this.#items[at - 1]?.text ?? "";
    if (beForms.test(before) || at + 1 >= end) return false;
    const quote = this.#items.findIndex((item, index) => index > at && index < end && item.kind === "quote");
    if (quote < 0 || quote - at > 20) return false;
    const isParticiple = this.#items[at]?.text.endsWith("ing") === true;
    if (isParticiple && before !== "," && before !== "and") return false;
    const speaker = isParticiple
      ? (this.#frames.at(-1)?.speaker ?? this.#subject(at))
      : (speakerBefore(this.#items, this.#clauseStart(at), at) ?? (/^(?:and|but)$/u.test(before) ? this.#subject(at - 1) : null));
    if (speaker === null) return false;
    let to = this.#contentEnd(at + 1, end);
    if (to <= quote) return false;
    const last = this.#items.findLastIndex((item, index) => index < to && item.kind === "quote");
    const next = this.#items[last + 1];
    if (last + 1 < to && next !== undefined && (next.text === "," || trailing.test(next.text))) to = last + 1;
    this.#take(at + 1, to, at, at + 1, speaker, "mixed");
    this.#done = to;
    return true;
  }

  #according(at: number, width: number, end: number): void {
    const word = this.#items[at]?.text;
    const from = this.#done;
    const beside = word === "zufolge" ? this.#nameEnding(at) : word === "laut" ? this.#nameAt(at + width) : null;
    if (beside !== null && at - from <= (word === "zufolge" ? 6 : 1)) {
      // "Laut NAME steigen die Kosten", "NAME zufolge steigen die Kosten": the verb stands next.
      const start = Math.max(at + width, beside.to);
      if (this.#items[start]?.kind === "word" && start + 2 < end && beside.from - from <= 1) {
        this.#take(start, end, at, at + width, beside);
        this.#done = end;
        return;
      }
    }
    const speaker = word === "zufolge" ? beside : speakerBehind(this.#items, at + width, end);
    if (speaker === null) return;
    if (at - from <= 1) {
      const comma = this.#next(speaker.phraseTo, end, ",");
      if (comma < 0 || comma + 2 >= end) return;
      // "According to NAME, the head of the service, it was …"
      let start = comma + 1;
      const second = this.#next(start, end, ",");
      if (second > 0 && second - start < 14 && !hasVerb(this.#items, start, second) && second + 2 < end) start = second + 1;
      this.#take(start, end, at, at + width, speaker);
      this.#done = end;
      return;
    }
    let to = Math.min(at, speaker.phraseFrom);
    while (to > from && this.#items[to - 1]?.kind === "mark") to--;
    if (to - from < 3) return;
    this.#take(from, to, at, at + width, speaker);
    this.#done = this.#restEnd(speaker.phraseTo, end);
  }

  /** The name that begins at an item. */
  #nameAt(at: number): FoundSpeaker | null {
    const mention = this.#items[at]?.mention ?? -1;
    if (mention < 0) return null;
    let to = at + 1;
    while (this.#items[to]?.mention === mention) to++;
    return { from: at, to, form: "name", mention, phraseFrom: at, phraseTo: to };
  }

  /** The name that ends in front of an item. */
  #nameEnding(at: number): FoundSpeaker | null {
    const mention = this.#items[at - 1]?.mention ?? -1;
    let from = at - 1;
    while (mention >= 0 && this.#items[from - 1]?.mention === mention) from--;
    return this.#nameAt(from);
  }

  /** "NAME put the matter bluntly: “…”": no reporting verb, but a colon in front of whole sentences. */
  #colon(end: number): void {
    for (let at = Math.max(1, this.#done); at + 1 < end; at++) {
      if (this.#items[at]?.text !== ":" || this.#items[at + 1]?.kind !== "quote") continue;
      const speaker = this.#subject(at);
      if (speaker === null) {
        // "And then, after a pause: “…”": whoever spoke last.
        if (at > 10 || hasVerb(this.#items, 0, at) || (this.#items[at + 1]?.end ?? 0) - (this.#items[at + 1]?.start ?? 0) < 20) continue;
        this.#take(at + 1, at + 2, 0, at, null);
        this.#done = at + 2;
        continue;
      }
      const from = Math.min(speaker.to, at - 1);
      this.#take(at + 1, at + 2, at - from > 8 ? at : from, at, speaker);
      this.#done = at + 2;
    }
  }

  /** Content of the items from `from` to `to`: each quotation for itself where there is nothing else, else one. */
  #take(from: number, to: number, cueFrom: number, cueTo: number, speaker: FoundSpeaker | null, as: QuotationKind | null = null): void {
    let start = from;
    while (start < to && this.#items[start]?.kind === "mark" && !/^[([]$/u.test(this.#items[start]?.text ?? "")) start++;
    const part = this.#items.slice(start, to);
    const first = part[0];
    const last = part.at(-1);
    const cueFirst = this.#items[cueFrom];
    const cueLast = this.#items[Math.max(cueFrom, cueTo - 1)];
    if (first === undefined || last === undefined) return;
    const cue = cueFirst === undefined || cueLast === undefined ? null : { start: cueFirst.start, end: cueLast.end };
    const quoted = part.filter((item) => item.kind === "quote");
    const words = part.filter((item) => item.kind === "word");
    const isOnlyQuotes =
      quoted.length > 0 &&
      (words.length === 0 || (words.length <= 2 && words.every((word) => /^(?:and|but|yet|so|then|well)$/u.test(word.text))));
    if (isOnlyQuotes && as === null) {
      for (const item of quoted) {
        const span = this.#quotes[item.quote];
        if (span !== undefined) this.#frames.push({ kind: "direct", content: span, cue, speaker, quotes: [item.quote] });
      }
      return;
    }
    this.#frames.push({
      kind: quoted.length > 0 ? "mixed" : "indirect",
      content: { start: first.start, end: last.end },
      cue,
      speaker,
      quotes: quoted.map((item) => item.quote),
    });
  }
}
