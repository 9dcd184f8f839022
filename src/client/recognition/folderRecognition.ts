import { CancellationTokenSource, type Disposable, EventEmitter, l10n, type LogOutputChannel, Uri, window, workspace } from "vscode";
import { noticeLabel } from "../../core/text/escape";
import { classifyFolder } from "../../core/recognition/folderClassification";
import { type FolderReader, whenReachable } from "../server/folderReader";
import { recognitionMode, settingsSection } from "../settings";
import { Disposables } from "../ui/disposables";
import type { Decisions } from "./decisions";
import { sampleFolder } from "./folderSample";

/** What is asked about a folder: whether to show all of it as a corpus, or texts in it as articles. */
type Question = "corpus" | "texts";

type Answer = "yes" | "no" | "never";

/** Asks what `recognition: "ask"` leaves to the user. A notification that is closed says no. */
async function askWhether(question: Question, folder: Uri): Promise<Answer> {
  const yes = l10n.t("Yes");
  const never = l10n.t("Never");
  const chosen = await window.showInformationMessage(questionText(question, folder), yes, l10n.t("No"), never);
  if (chosen === yes) return "yes";
  return chosen === never ? "never" : "no";
}

function questionText(question: Question, folder: Uri): string {
  const name = noticeLabel(workspace.getWorkspaceFolder(folder)?.name ?? folder.path.slice(folder.path.lastIndexOf("/") + 1));
  if (question === "corpus") return l10n.t('"{0}" holds news articles. Show them as a corpus?', name);
  // New documents lie in no folder.
  if (folder.scheme === "untitled") return l10n.t("This text looks like a news article. Show it as one?");
  return l10n.t('There are texts in "{0}" that look like news articles. Show them as articles?', name);
}

/** Finds out which workspace folders hold a corpus. A folder that does not is looked into once, within fixed limits. */
export class FolderRecognition implements Disposable {
  readonly #disposables = new Disposables();
  readonly #reader: FolderReader;
  readonly #decisions: Decisions;
  readonly #log: LogOutputChannel;
  readonly #emitter = this.#disposables.add(new EventEmitter<void>());
  /** By URI: whether the folder looks like a corpus, known once and kept while the window is open. */
  readonly #looks = new Map<string, Promise<boolean>>();
  /** By question and URI: whether the answer was yes. */
  readonly #answers = new Map<string, Promise<boolean>>();
  #corpora: readonly Uri[] = [];
  #evaluation: Promise<void> | undefined;

  /** The folders in `corpora` changed, or the search for them ended. */
  readonly onDidChange = this.#emitter.event;

  constructor(reader: FolderReader, decisions: Decisions, log: LogOutputChannel) {
    this.#reader = reader;
    this.#decisions = decisions;
    this.#log = log;
    this.#disposables.add(workspace.onDidChangeWorkspaceFolders(() => void this.evaluate()));
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(`${settingsSection}.recognition`)) return;
        // Whoever asks for questions again may answer them differently.
        this.#answers.clear();
        void this.evaluate();
      }),
    );
  }

  /** The workspace folders that are read as a corpus. */
  get corpora(): readonly Uri[] {
    return this.#corpora;
  }

  /** Whether nothing in a folder is to be left out as being no article, since its reader said so. */
  readsAll(folder: Uri): boolean {
    return this.#decisions.folder(folder) === "all";
  }

  /** Whether a file lies in a corpus, and whether all that lies there is to be read. */
  membership(file: Uri): "none" | "member" | "all" {
    const folder = this.#corpora.find(
      ({ scheme, authority, path }) =>
        scheme === file.scheme && authority === file.authority && file.path.startsWith(`${path.replace(/\/$/, "")}/`),
    );
    if (folder === undefined) return "none";
    return this.readsAll(folder) ? "all" : "member";
  }

  /** Looks at the workspace folders that were not looked at yet; answers when `corpora` is up to date. */
  evaluate(): Promise<void> {
    const evaluation = this.#evaluate(() => this.#evaluation === evaluation);
    this.#evaluation = evaluation;
    return evaluation;
  }

  /** The evaluation that is under way, or the last one. */
  async whenSettled(): Promise<void> {
    let seen: Promise<void> | undefined;
    while (seen !== this.#evaluation) {
      seen = this.#evaluation;
      await seen;
    }
  }

  /** Reads all of a folder as a corpus whatever it looks like, now and when it is opened again. */
  async accept(folder: Uri): Promise<void> {
    await this.#decisions.setFolder(folder, "all");
    await this.evaluate();
  }

  /**
   * Whether a text that looks like news may be shown as such: yes for `auto`, no for `off`, and what the user answers
   * for `ask`. The question is put once for each workspace folder that is a corpus, and once for all other texts of a
   * folder.
   */
  async mayRead(document: Uri): Promise<boolean> {
    const workspaceFolder = workspace.getWorkspaceFolder(document)?.uri;
    const folder = workspaceFolder ?? Uri.joinPath(document, "..");
    // Only a question is worth a look into the folder.
    const isCorpus = workspaceFolder !== undefined && recognitionMode(folder) === "ask" && (await this.#looksLikeCorpus(folder));
    return this.#mayAct(folder, isCorpus ? "corpus" : "texts");
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #evaluate(isCurrent: () => boolean): Promise<void> {
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const verdicts = await Promise.all(folders.map((folder) => this.#isCorpus(folder)));
    // A later evaluation knows better.
    if (!isCurrent()) return;
    this.#corpora = folders.filter((_, at) => verdicts[at]);
    this.#emitter.fire();
  }

  async #isCorpus(folder: Uri): Promise<boolean> {
    const decision = this.#decisions.folder(folder);
    if (decision) return decision !== "never";
    if (recognitionMode(folder) === "off") return false;
    return (await this.#looksLikeCorpus(folder)) && this.#mayAct(folder, "corpus");
  }

  #looksLikeCorpus(folder: Uri): Promise<boolean> {
    const key = folder.toString();
    const look = this.#looks.get(key) ?? this.#look(folder);
    this.#looks.set(key, look);
    return look;
  }

  async #mayAct(folder: Uri, question: Question): Promise<boolean> {
    const decision = this.#decisions.folder(folder);
    if (decision) return decision !== "never";
    const mode = recognitionMode(folder);
    if (mode !== "ask") return mode === "auto";
    const key = `${question} ${folder.toString()}`;
    const answer = this.#answers.get(key) ?? this.#ask(folder, question);
    this.#answers.set(key, answer);
    return answer;
  }

  async #look(folder: Uri): Promise<boolean> {
    if (this.#reader.isTooWide(folder)) return false;
    await whenReachable(folder);
    const source = this.#disposables.add(new CancellationTokenSource());
    const started = Date.now();
    const sample = await sampleFolder(folder, this.#reader, source.token);
    const isCorpus = classifyFolder(sample).isCorpus;
    const verdict = isCorpus ? "a corpus" : "not a corpus";
    this.#log.info(`${folder.toString(true)}: ${verdict} (${sample.heads.length} heads read in ${Date.now() - started} ms)`);
    return isCorpus;
  }

  async #ask(folder: Uri, question: Question): Promise<boolean> {
    const answer = await askWhether(question, folder);
    // Some texts that look like news make no corpus of a folder: that is remembered while the window is open.
    if (answer === "yes" && question === "corpus") await this.#decisions.setFolder(folder, "corpus");
    if (answer === "never") await this.#decisions.setFolder(folder, "never");
    return answer === "yes";
  }
}
