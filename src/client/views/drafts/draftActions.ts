import { CodeAction, CodeActionKind, type CodeActionProvider, l10n, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from "vscode";
import { label, markdownText, singleLine } from "../../../core/text/escape";
import { type ArticleDetails, method } from "../../../protocol/corpus";
import type { CheckedEvidence, CheckedPassage } from "../../../protocol/drafts";
import { entityCommand } from "../../../protocol/entities";
import type { CorpusServer } from "../../server/corpusServer";
import { formatDate } from "../../ui/locale";
import { type CheckedTexts, rangeOf } from "./checkedTexts";
import { citationText } from "./citationText";
import { draftCommand } from "./draftCommandIds";
import { citationStyle } from "./draftSettings";
import { whose } from "./draftWords";
import { passageKey } from "./ignoredPassages";

/** Sources that are offered by name. */
const mostSources = 3;

/** Inserts a citation; what it says is asked for once it is chosen. */
class InsertCitation extends CodeAction {
  readonly document: TextDocument;
  readonly passage: CheckedPassage;
  readonly evidence: CheckedEvidence;

  constructor(title: string, document: TextDocument, passage: CheckedPassage, evidence: CheckedEvidence) {
    super(title, CodeActionKind.QuickFix);
    this.document = document;
    this.passage = passage;
    this.evidence = evidence;
  }
}

/** What can be done about a passage that was checked, be it marked or not. */
export class DraftActions implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];
  readonly #texts: CheckedTexts;
  readonly #server: CorpusServer;

  constructor(texts: CheckedTexts, server: CorpusServer) {
    this.#texts = texts;
    this.#server = server;
  }

  provideCodeActions(document: TextDocument, range: Range): CodeAction[] {
    return this.#texts.passagesAt(document, range).flatMap((passage) => {
      const diagnostics = this.#texts.marksOf(document, passage);
      const { wording, evidence } = passage;
      const actions: CodeAction[] = [];
      const add = (action: CodeAction): CodeAction => {
        action.diagnostics = [...diagnostics];
        actions.push(action);
        return action;
      };
      if (wording !== undefined) {
        const action = add(new CodeAction(l10n.t("Use the Source’s Wording: “{0}”", label(wording, 60)), CodeActionKind.QuickFix));
        action.edit = new WorkspaceEdit();
        action.edit.replace(document.uri, rangeOf(document, passage), written(document, wording));
        action.isPreferred = true;
      }
      for (const one of evidence.slice(0, mostSources))
        add(new InsertCitation(l10n.t("Insert Citation: {0}", label(whose(one), 60)), document, passage, one));
      for (const { uri, range: place, ...one } of evidence.slice(0, mostSources)) {
        const title = l10n.t("Show in Source: {0}", label(whose({ uri, range: place, ...one }), 60));
        add(new CodeAction(title, CodeActionKind.QuickFix)).command = {
          title,
          command: entityCommand.openAt,
          arguments: [{ uri, range: place }],
        };
      }
      if (diagnostics.length > 0) {
        const title = l10n.t("Ignore Here");
        add(new CodeAction(title, CodeActionKind.QuickFix)).command = {
          title,
          command: draftCommand.ignore,
          arguments: [document.uri.toString(), passageKey(passage)],
        };
      }
      return actions;
    });
  }

  async resolveCodeAction(action: CodeAction): Promise<CodeAction> {
    if (!(action instanceof InsertCitation)) return action;
    const { document, passage, evidence } = action;
    const details = await this.#server.request<ArticleDetails | null>(method.articleDetails, { id: evidence.articleId });
    const file = `${workspace.asRelativePath(Uri.parse(evidence.uri, true))}:${evidence.range.start.line + 1}`;
    const facts = {
      byline: details?.byline ?? null,
      title: evidence.title,
      source: evidence.source,
      date: evidence.date === null ? null : formatDate(evidence.date, "long"),
      url: details?.url ?? null,
      file,
    };
    const text = citationText(citationStyle(document.uri), facts, (fact) => written(document, fact));
    action.edit = new WorkspaceEdit();
    action.edit.insert(document.uri, document.positionAt(behind(document, passage)), ` ${text}`);
    return action;
  }
}

/** Words of the corpus as a piece of a document: nothing in it becomes a link, an image or a heading. */
function written(document: TextDocument, text: string): string {
  return document.languageId === "markdown" ? sparingly(text) : singleLine(text);
}

/** Markdown that shows just the text, with no more escapes than it needs: ordinary prose stays as it reads. */
function sparingly(text: string): string {
  return /[\\`*_{}[\]<>#|~&$]|!\[|:\/\//u.test(text) ? markdownText(text) : singleLine(text);
}

/** Behind a passage and the marks that close it. */
function behind(document: TextDocument, { end }: CheckedPassage): number {
  const rest = document.getText(new Range(document.positionAt(end), document.positionAt(end + 4)));
  return end + (/^[.,!?]?["”»’'“]{1,2}/u.exec(rest)?.[0].length ?? 0);
}
