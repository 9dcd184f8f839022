import { CodeActionKind, type CodeAction, type Diagnostic } from "vscode-languageserver";
import { label } from "../../core/text/escape";
import type { Problem } from "../../core/corpus/problem";
import { quickFixes } from "../../core/envelope/quickFixes";
import { overlaps, touches } from "../../core/text/span";
import { lspRange } from "../answers/lspRange";
import type { Feature } from "../main/services";

/** For a selection of a whole bundle with thousands of problems. */
const maxActions = 50;

/** Quick fixes for the problems of the markers, from the text as it stands now and not as it was when they were told. */
export const codeActions: Feature = (connection, { documents }) => {
  connection.onCodeAction(({ textDocument, range, context }) => {
    const document = documents.parsed(textDocument.uri);
    if (document === null || context.only?.some((kind) => CodeActionKind.QuickFix.startsWith(kind)) === false) return [];
    const { lines } = document;
    const asked = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    const actions: CodeAction[] = [];
    for (const problem of document.envelopeProblems) {
      if (problem.span.start > asked.end) break;
      if (!overlaps(problem.span, asked) && !touches(problem.span, asked.start)) continue;
      if (actions.length >= maxActions) break;
      for (const [place, { title, edits }] of quickFixes(document, problem).entries()) {
        actions.push({
          title: label(title),
          kind: CodeActionKind.QuickFix,
          isPreferred: place === 0,
          diagnostics: context.diagnostics.filter(
            (diagnostic) => isAbout(diagnostic, problem) && diagnostic.range.start.line === lines.lineAt(problem.span.start),
          ),
          edit: { changes: { [textDocument.uri]: edits.map(({ span, newText }) => ({ range: lspRange(lines, span), newText })) } },
        });
      }
    }
    return actions;
  });
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } };
};

function isAbout(diagnostic: Diagnostic, problem: Problem): boolean {
  return diagnostic.code === problem.code;
}
