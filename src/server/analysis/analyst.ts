import { withCutNotice } from "../../core/corpus/cutArticles";
import { nameOf } from "../../core/corpus/places";
import { loadModel, type NameModel } from "../../core/entities/recognise/model";
import { AnalysisTools, keptBytes, maxArticles, writeAnalysis, writeNamesOf } from "../../core/library/analysedPart";
import { SegmentWriter } from "../../core/library/segment";
import { traceOf } from "../../core/util/errorText";
import { decide, parseAs } from "../reading/decision";
import type { AnalysedDocument, FromAnalyst, Part, Task, TextToAnalyse, TextToName, ToAnalyst } from "./messages";

/** A part has at most so many articles of one document, and is sent when it is so long, in bytes. */
const articlesInPart = 250;
const longestPart = 1 << 20;
/** So many parts are on their way before one has been taken over. */
const partsAhead = 4;
/** How long it works before it listens, in milliseconds. */
const sliceLength = 20;

/** Analyses texts in a thread of its own: what it says is what `Library.take` finds out in the server's. One task after the other. */
export class Analyst {
  readonly #send: (message: FromAnalyst, transfer: readonly ArrayBuffer[]) => void;
  readonly #breathe: () => Promise<void>;
  readonly #tools = new AnalysisTools();
  readonly #waiting: { readonly id: number; readonly task: Task }[] = [];
  readonly #cancelled = new Set<number>();
  #bytes: Uint8Array | null = null;
  #model: NameModel | null = null;
  #current: number | null = null;
  #isWorking = false;
  #ahead = 0;
  #goOn: (() => void) | null = null;

  /** `breathe` resolves when messages that wait have had their turn. */
  constructor(send: (message: FromAnalyst, transfer: readonly ArrayBuffer[]) => void, breathe: () => Promise<void>) {
    this.#send = send;
    this.#breathe = breathe;
    send({ what: "ready" }, []);
  }

  receive(message: ToAnalyst): void {
    if (message.what === "model") this.#bytes = message.bytes;
    else if (message.what === "cancel") {
      const { id } = message;
      if (this.#current === id || this.#waiting.some((one) => one.id === id)) this.#cancelled.add(id);
      this.#goOn?.();
    } else if (message.what === "taken") {
      this.#ahead--;
      this.#goOn?.();
    } else {
      this.#waiting.push(message);
      if (!this.#isWorking) void this.#work();
    }
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { id, task } = next;
      this.#current = id;
      try {
        await this.#do(id, task.what === "analyse" ? analysing(task.documents, this.#tools) : this.#naming(task.documents));
        this.#send({ what: "done", id }, []);
      } catch (error) {
        this.#send({ what: "failed", id, message: traceOf(error) }, []);
      }
      this.#cancelled.delete(id);
    }
    this.#current = null;
    this.#isWorking = false;
  }

  async #do(id: number, work: Generator<Part | undefined, void>): Promise<void> {
    let start = performance.now();
    for (const part of work) {
      if (part !== undefined) {
        this.#ahead++;
        this.#send({ what: "part", id, part }, [part.bytes.buffer]);
      }
      if (performance.now() - start > sliceLength) {
        await this.#breathe();
        start = performance.now();
      }
      while (this.#ahead >= partsAhead && !this.#cancelled.has(id)) await this.#taken();
      if (this.#cancelled.has(id)) return;
    }
  }

  #taken(): Promise<void> {
    return new Promise((resolve) => {
      this.#goOn = resolve;
    });
  }

  *#naming(documents: readonly TextToName[]): Generator<Part | undefined, void> {
    this.#model ??= modelIn(this.#bytes);
    for (const [at, { uri, text, kind, due }] of documents.entries()) {
      const document = parseAs(uri, text, kind);
      for (let from = 0; from < due.length; from += articlesInPart) {
        const bytes = yield* writeNamesOf(uri, document, due.slice(from, from + articlesInPart), this.#model);
        yield { what: "named", bytes, at, from, isLast: from + articlesInPart >= due.length };
      }
    }
  }
}

function modelIn(bytes: Uint8Array | null): NameModel {
  const loaded = bytes === null ? { error: "There is no model." } : loadModel(bytes);
  if ("error" in loaded) throw new Error(loaded.error);
  return loaded.model;
}

function* analysing(documents: readonly TextToAnalyse[], tools: AnalysisTools): Generator<Part | undefined, void> {
  let writer = new SegmentWriter();
  let written: AnalysedDocument[] = [];
  const part = (): Part => {
    const made: Part = { what: "analysed", bytes: writer.take(), documents: written };
    writer = new SegmentWriter();
    written = [];
    return made;
  };
  for (const [at, { uri, text, way, notice }] of documents.entries()) {
    const decision = decide(nameOf(uri), text, null, way);
    if (!decision.isRead) {
      writer.begin({ uri, stamp: null, notice, left: decision.reason }, null, 0, tools.terms);
      written.push({ at, slots: 0, isFirst: true, isLast: true });
      continue;
    }
    const document = parseAs(uri, text, decision.kind);
    const bytes = keptBytes(uri, document);
    const told = withCutNotice(notice, document);
    const slots = document.slots.length;
    const count = Math.min(slots, maxArticles);
    let from = 0;
    do {
      const to = Math.min(from + articlesInPart, count);
      yield* writeAnalysis(uri, document, { from, to, bytes, notice: told }, tools, writer);
      written.push({ at, slots, isFirst: from === 0, isLast: to === count });
      from = to;
      if (from < count || writer.length >= longestPart) yield part();
    } while (from < count);
  }
  if (written.length > 0) yield part();
}
