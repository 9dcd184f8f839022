import { CancellationTokenSource, EventEmitter, l10n, window, workspace, type Disposable, type LogOutputChannel, type Uri } from "vscode";
import { classifyFolder } from "../../core/corpus/recognition";
import { whenReachable, type FolderReader } from "../folderReader";
import { recognitionMode, settingsSection } from "../settings";
import { Disposables } from "../util/disposables";
import type { Decisions } from "./decisions";
import { sampleFolder } from "./folderSample";

/** Finds out which workspace folders hold a corpus. A folder that does not is looked into once, within fixed limits. */
export class FolderRecognition implements Disposable {
  readonly #disposables = new Disposables();
  readonly #reader: FolderReader;
  readonly #decisions: Decisions;
  readonly #log: LogOutputChannel;
  readonly #emitter = this.#disposables.add(new EventEmitter<void>());
  /** By URI: whether the folder looks like a corpus, known once and kept while the window is open. */
  readonly #looks = new Map<string, Promise<boolean>>();
  /** By URI: what was answered to the question whether to read it as a corpus. */
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
        if (event.affectsConfiguration(`${settingsSection}.recognition`)) void this.evaluate();
      }),
    );
  }

  /** The workspace folders that are read as a corpus. */
  get corpora(): readonly Uri[] {
    return this.#corpora;
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

  /** Reads a folder as a corpus whatever it looks like, now and when it is opened again. */
  async accept(folder: Uri): Promise<void> {
    await this.#decisions.setFolder(folder, "corpus");
    await this.evaluate();
  }

  /**
   * Whether recognition may act in a folder: yes for `auto`, no for `off`, and what the user answers for `ask`; the
   * question is put once for each folder.
   */
  async mayActIn(folder: Uri): Promise<boolean> {
    const decision = this.#decisions.folder(folder);
    if (decision) return decision === "corpus";
    const mode = recognitionMode(folder);
    if (mode !== "ask") return mode === "auto";
    const key = folder.toString();
    const answer = this.#answers.get(key) ?? this.#ask(folder);
    this.#answers.set(key, answer);
    return answer;
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
    if (decision) return decision === "corpus";
    if (recognitionMode(folder) === "off") return false;
    const key = folder.toString();
    const look = this.#looks.get(key) ?? this.#look(folder);
    this.#looks.set(key, look);
    return (await look) && this.mayActIn(folder);
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

  async #ask(folder: Uri): Promise<boolean> {
    const name = workspace.getWorkspaceFolder(folder)?.name ?? folder.path;
    const yes = l10n.t("Yes");
    const never = l10n.t("Never");
    const answer = await window.showInformationMessage(l10n.t('"{0}" holds news articles. Show them as a corpus?', name), yes, l10n.t("No"), never);
    if (answer === yes) await this.#decisions.setFolder(folder, "corpus");
    if (answer === never) await this.#decisions.setFolder(folder, "never");
    return answer === yes;
  }
}
