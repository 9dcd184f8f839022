import { namesIn } from "../../core/library/analysedPart";
import type { KeptArticle, KeptDocument } from "../../core/library/keptDocument";
import { SegmentReader } from "../../core/library/segment";
import type { ArticleNames } from "../../core/entities/index/articleNames";
import type { TermNumbers } from "../../core/search/engine/termNumbers";
import type { StringPool } from "../../core/util/stringPool";
import { messageOf } from "../../core/util/errorText";
import { Signal } from "../reading/signal";
import type { AnalysedDocument, FromAnalyst, Part, Task, TextToAnalyse, TextToName, ToAnalyst } from "./messages";

/** A thread that analyses, seen from here. */
export interface AnalystThread {
  post(message: ToAnalyst): void;
  /** Ends it, whatever it does. Nothing is heard of it any more. */
  end(): void;
}

/** How threads are started; that may throw. */
export interface AnalystHost {
  /** How many at a time. */
  readonly count: number;
  /** A text that is shorter, in code units, is not worth the way, unless there are many. */
  readonly leastText?: number;
  /** `died` is called at most once, with the reason. */
  start(heard: (message: FromAnalyst) => void, died: (reason: string) => void): AnalystThread;
}

/** A piece of what was found out about a document; its articles are to be read at once, all of them. */
export interface AnalysedPart extends Omit<AnalysedDocument, "at">, Pick<KeptDocument, "outside" | "notice" | "left"> {
  readonly articles: Iterable<KeptArticle>;
  readonly terms: TermNumbers;
}

/** Names of the articles from `from` of those that were due; null for one that was another. */
export interface NamedPart {
  readonly from: number;
  readonly names: Iterable<ArticleNames | null>;
}

/** What becomes of a document. */
export interface Taker<Kind> {
  /** Whether the document is still what was sent. */
  readonly isWanted: () => boolean;
  /** May be called anew from the first part on, where the thread died. */
  readonly take: (part: Kind) => Promise<void>;
}

/** So much text is sent at a time, in code units, and so many documents; a single longer one is sent alone. */
const analysedAtOnce = 1 << 18;
const namedAtOnce = 1 << 16;
const documentsAtOnce = 64;
/** In code units. */
const worthTheWay = 1 << 15;
/** A thread has one task to work on and one that waits. */
const tasksOfThread = 2;
/** A thread that has nothing to do ends after so long, in milliseconds: it holds some dozens of megabytes. */
const longestRest = 20_000;
/** How long after a death the next thread is started: twice as long each time, in milliseconds. */
const firstPause = 100;
const longestPause = 30_000;
/** So often in a row a thread may die before it has begun: then there are none here. */
const mostFalseStarts = 2;

interface Waiting {
  /** Gives its part of a task, read; whether that was the last. */
  readonly deliver: (part: Part, reader: SegmentReader | null, document: AnalysedDocument | null) => Promise<boolean>;
  readonly isWanted: () => boolean;
  readonly settle: (outcome: boolean | Error) => void;
  readonly length: number;
  /** Whether a thread has died or failed with it: it is tried once more, and alone. */
  isSuspect: boolean;
  isDone: boolean;
}

interface WaitingText extends Waiting {
  readonly what: "analyse";
  readonly document: TextToAnalyse;
}

interface WaitingNames extends Waiting {
  readonly what: "names";
  readonly document: TextToName;
}

interface RunningTask {
  readonly id: number;
  readonly waiting: readonly (WaitingText | WaitingNames)[];
  /** Parts are taken over one after the other. */
  delivery: Promise<void>;
}

interface Thread {
  readonly thread: AnalystThread;
  readonly tasks: RunningTask[];
  isReady: boolean;
  hasModel: boolean;
}

/**
 * Threads that analyse texts and read them for names, so that the server's own only takes over what they find. A thread that dies is
 * replaced, later each time; the document it died of is tried once more, alone, and then given up with an error.
 */
export class Analysts {
  /** A thread has died; why, for the log. */
  readonly failed = new Signal<string>();
  readonly #pool: StringPool;
  host: AnalystHost | null = null;
  /** What recognises names; for `names`. */
  model: Uint8Array | null = null;
  readonly #threads: Thread[] = [];
  readonly #texts: WaitingText[] = [];
  readonly #names: WaitingNames[] = [];
  #made = 0;
  #begun = 0;
  #deaths = 0;
  #falseStarts = 0;
  #isStopped = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #isPausing = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** Strings that recur come from `pool`. */
  constructor(pool: StringPool) {
    this.#pool = pool;
  }

  /** How many threads have begun to work so far. */
  get begun(): number {
    return this.#begun;
  }

  /** Whether there are threads at all. */
  get isUsable(): boolean {
    return this.host !== null && this.host.count > 0 && this.#falseStarts < mostFalseStarts && !this.#isStopped;
  }

  /** Whether a text is better sent than worked on here, with `others` more that wait. */
  isWorthwhile(length: number, others: number): boolean {
    return this.isUsable && (length >= (this.host?.leastText ?? worthTheWay) || others >= 4);
  }

  /** Analyses a text; false where there is no thread for it. Rejects where that is not possible. */
  analyse(document: TextToAnalyse, { isWanted, take }: Taker<AnalysedPart>): Promise<boolean> {
    return this.#wait((settle) => {
      const deliver: Waiting["deliver"] = async (_part, reader, analysed) => {
        const next = reader?.next() ?? null;
        if (next === null || analysed === null) return false;
        const { articles, document: file } = next;
        if (reader !== null && isWanted()) await take({ ...analysed, ...file, articles, terms: reader.terms });
        // Also those that nobody wanted: the next document stands behind them.
        while (articles.next().done !== true);
        return analysed.isLast;
      };
      const { length } = document.text;
      this.#texts.push({ what: "analyse", document, deliver, isWanted, settle, length, isSuspect: false, isDone: false });
    });
  }

  /** Reads articles of a text for names; false where there is no thread for it. Rejects where that is not possible. */
  readNames(document: TextToName, { isWanted, take }: Taker<NamedPart>): Promise<boolean> {
    return this.#wait((settle) => {
      const deliver: Waiting["deliver"] = async (part) => {
        if (part.what !== "named") return false;
        if (isWanted()) await take({ from: part.from, names: namesIn(part.bytes) });
        return part.isLast;
      };
      const { length } = document.text;
      this.#names.push({ what: "names", document, deliver, isWanted, settle, length, isSuspect: false, isDone: false });
    });
  }

  /** Ends all threads. Who waits is told that there is none. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#pause);
    this.#endThreads();
    this.#refuseAll();
  }

  #wait(push: (settle: Waiting["settle"]) => void): Promise<boolean> {
    if (!this.isUsable) return Promise.resolve(false);
    return new Promise((resolve, reject) => {
      push((outcome) => {
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      });
      this.#handOut();
    });
  }

  #refuseAll(): void {
    for (const waiting of [...this.#texts.splice(0), ...this.#names.splice(0)]) waiting.settle(false);
  }

  #endThreads(): void {
    clearTimeout(this.#rest);
    for (const { thread, tasks } of this.#threads.splice(0)) {
      thread.end();
      for (const { waiting } of tasks) for (const one of waiting) if (!one.isDone) one.settle(false);
    }
  }

  #handOut(): void {
    clearTimeout(this.#rest);
    while (this.#texts.length + this.#names.length > 0) {
      const thread = this.#freeThread();
      if (thread === null) return;
      const isIdle = thread.tasks.length === 0;
      const waiting = takeTask(this.#texts, analysedAtOnce, isIdle) ?? takeTask(this.#names, namedAtOnce, isIdle);
      if (waiting !== null) this.#send(thread, waiting);
      else if (!isIdle) return;
    }
    if (this.#threads.length > 0 && this.#threads.every(({ tasks }) => tasks.length === 0))
      this.#rest = setTimeout(() => {
        this.#endThreads();
      }, longestRest);
  }

  /** The thread with the least to do; a new one, if all have something and there may be one more. */
  #freeThread(): Thread | null {
    let free: Thread | null = null;
    for (const thread of this.#threads) if (free === null || thread.tasks.length < free.tasks.length) free = thread;
    const mayStart = this.isUsable && !this.#isPausing && this.#threads.length < (this.host?.count ?? 0);
    if (mayStart && (free === null || free.tasks.length > 0)) return this.#start() ?? free;
    const isAlone = free?.tasks.some(({ waiting }) => waiting.some(({ isSuspect }) => isSuspect)) ?? false;
    return free !== null && free.tasks.length < tasksOfThread && !isAlone ? free : null;
  }

  #start(): Thread | null {
    try {
      const thread: Thread = {
        // What is heard comes later than this.
        thread: this.#begin(
          (message) => {
            this.#heard(thread, message);
          },
          (reason) => {
            this.#died(thread, reason);
          },
        ),
        tasks: [],
        isReady: false,
        hasModel: false,
      };
      this.#threads.push(thread);
      return thread;
    } catch (error) {
      this.#startedInVain(messageOf(error));
      return null;
    }
  }

  #begin(heard: (message: FromAnalyst) => void, died: (reason: string) => void): AnalystThread {
    if (this.host === null) throw new Error("there are no threads.");
    return this.host.start(heard, died);
  }

  #startedInVain(reason: string): void {
    this.#falseStarts++;
    this.failed.fire(`A thread for analyses could not be started: ${reason}`);
    if (!this.isUsable) this.#refuseAll();
  }

  #send(thread: Thread, waiting: readonly (WaitingText | WaitingNames)[]): void {
    const id = ++this.#made;
    const needsModel = waiting[0]?.what === "names" && !thread.hasModel;
    if (needsModel && this.model !== null) {
      thread.hasModel = true;
      thread.thread.post({ what: "model", bytes: this.model });
    }
    thread.tasks.push({ id, waiting, delivery: Promise.resolve() });
    thread.thread.post({ what: "task", id, task: taskOf(waiting) });
  }

  #heard(thread: Thread, message: FromAnalyst): void {
    if (message.what === "ready") {
      thread.isReady = true;
      this.#begun++;
      this.#falseStarts = 0;
      return;
    }
    const task = thread.tasks.find(({ id }) => id === message.id);
    if (task === undefined) return;
    if (message.what === "part") {
      const { part } = message;
      task.delivery = task.delivery.then(() => this.#deliver(thread, task, part));
      return;
    }
    void task.delivery.then(() => {
      thread.tasks.splice(thread.tasks.indexOf(task), 1);
      if (message.what === "failed") this.#tryAgain(task, message.message);
      else {
        this.#deaths = 0;
        // Those of a task that was cancelled get no last part.
        for (const one of task.waiting) finish(one, one.isWanted() ? new Error("the thread gave no answer.") : true);
      }
      this.#handOut();
    });
  }

  async #deliver(thread: Thread, task: RunningTask, part: Part): Promise<void> {
    const reader = part.what === "analysed" ? SegmentReader.open(part.bytes, this.#pool) : null;
    const documents = part.what === "analysed" ? part.documents : [part];
    for (const document of documents) {
      const waiting = task.waiting[document.at];
      if (waiting === undefined || waiting.isDone) continue;
      try {
        const isLast = await waiting.deliver(part, reader, "slots" in document ? document : null);
        if (isLast) finish(waiting, true);
      } catch (error) {
        finish(waiting, error instanceof Error ? error : new Error(messageOf(error)));
      }
    }
    if (!this.#threads.includes(thread)) return;
    const left = task.waiting.filter(({ isDone }) => !isDone);
    if (left.length > 0 && !left.some((one) => one.isWanted())) thread.thread.post({ what: "cancel", id: task.id });
    thread.thread.post({ what: "taken" });
  }

  #died(thread: Thread, reason: string): void {
    const at = this.#threads.indexOf(thread);
    if (at < 0) return;
    this.#threads.splice(at, 1);
    thread.thread.end();
    if (thread.isReady) {
      this.failed.fire(`A thread for analyses ended: ${reason}`);
      this.#pauseFor(firstPause * 2 ** this.#deaths++);
      // What it said last may be lost: nobody knows which of them it was.
      for (const task of thread.tasks) this.#tryAgain(task, reason);
    } else {
      for (const task of thread.tasks) this.#again(task.waiting);
      this.#startedInVain(reason);
    }
    this.#handOut();
  }

  #pauseFor(pause: number): void {
    this.#isPausing = true;
    this.#pause = setTimeout(
      () => {
        this.#isPausing = false;
        this.#handOut();
      },
      Math.min(pause, longestPause),
    );
  }

  /** One of these is at fault: each is tried once more alone, and what is at fault for the second time is given up. */
  #tryAgain({ waiting, delivery }: RunningTask, reason: string): void {
    void delivery.then(() => {
      for (const one of waiting) {
        if (one.isDone) continue;
        if (one.isSuspect) finish(one, new Error(reason));
        else {
          one.isSuspect = true;
          this.#again([one]);
        }
      }
      this.#handOut();
    });
  }

  #again(waiting: readonly (WaitingText | WaitingNames)[]): void {
    if (!this.isUsable) {
      for (const one of waiting) finish(one, false);
      return;
    }
    for (const one of waiting) {
      if (one.isDone) continue;
      if (one.what === "analyse") this.#texts.push(one);
      else this.#names.push(one);
    }
  }
}

function finish(waiting: Waiting, outcome: boolean | Error): void {
  if (waiting.isDone) return;
  waiting.isDone = true;
  waiting.settle(outcome);
}

/** Takes what is sent together from the front of those that wait: what is suspect alone, to who has nothing else. Null for nothing. */
function takeTask<One extends Waiting>(waiting: One[], most: number, isIdle: boolean): readonly One[] | null {
  const taken: One[] = [];
  let length = 0;
  for (let next = waiting[0]; next !== undefined && taken.length < documentsAtOnce; next = waiting[0]) {
    if (next.isSuspect && !isIdle) break;
    if (taken.length > 0 && (next.isSuspect || length + next.length > most)) break;
    waiting.shift();
    if (!next.isWanted()) {
      finish(next, true);
      continue;
    }
    taken.push(next);
    length += next.length;
    if (next.isSuspect) break;
  }
  return taken.length === 0 ? null : taken;
}

function taskOf(waiting: readonly (WaitingText | WaitingNames)[]): Task {
  const texts = waiting.flatMap((one) => (one.what === "analyse" ? [one.document] : []));
  if (texts.length > 0) return { what: "analyse", documents: texts };
  return { what: "names", documents: waiting.flatMap((one) => (one.what === "names" ? [one.document] : [])) };
}
