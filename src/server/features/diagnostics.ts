import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import { label } from "../../core/text/escape";
import { articleProblems } from "../../core/envelope/documentProblems";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import type { Problem, Severity } from "../../core/corpus/problem";
import { lspRange } from "../answers/lspRange";
import { duplicateHints } from "../answers/related/duplicateHints";
import type { Feature, Services } from "../main/services";
import { Debouncer } from "../reading/throttle";

/** How long typing has to pause, in milliseconds. */
const typingPause = 250;

/** Nobody corrects more than this by hand; the last entry then says how many there are. */
const maxProblems = 1000;

/** Of more articles in one document only the markers are looked at: an edit would cost minutes of work. */
const maxArticles = 5000;

/** In UTF-16 code units; the names in it are bounded already. */
const longestMessage = 1000;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is wrong with the markers and the dates of an open document, and which texts it repeats; pushed when typing pauses. */
export const diagnostics: Feature = (connection, services) => {
  const { documents, indexer } = services;
  const typing = new Debouncer(typingPause);
  /** What depends on other documents too (how a publisher writes dates), to be looked at again when the corpus changes. */
  const dependent = new Set<string>();

  const publish = async (uri: string): Promise<void> => {
    await documents.parse(uri, () => services.scheduler.slices());
    const version = documents.version(uri);
    const document = documents.parsed(uri);
    const isStale = (): boolean => documents.version(uri) !== version;
    const problems = document === null ? [] : await problemsOf(document, uri, services, dependent, isStale);
    if (problems === null || isStale() || version === null) return;
    const published = document === null ? [] : [...lspDiagnostics(problems, document), ...duplicateHints(services, uri, document)];
    void connection.sendDiagnostics({ uri: documents.clientUri(uri), version, diagnostics: published });
  };
  const publishSoon = (uri: string): void => {
    typing.run(uri, () => {
      publish(uri).catch((error: unknown) => {
        connection.console.error(`Problems of ${uri}: ${String(error)}`);
      });
    });
  };

  documents.changed.on(publishSoon);
  documents.closed.on((uri) => {
    typing.cancel(uri);
    dependent.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  indexer.changed.on(() => {
    for (const uri of dependent) publishSoon(uri);
  });
  services.related.changed.on(() => {
    for (const uri of documents.uris()) publishSoon(uri);
  });
  return {};
};

/** The first problems of the markers and of the articles, in the order of the text; null if the document changed meanwhile. */
async function problemsOf(
  document: ParsedDocument,
  uri: string,
  { corpus, scheduler }: Services,
  dependent: Set<string>,
  isStale: () => boolean,
): Promise<readonly Problem[] | null> {
  const slices = scheduler.slices();
  const problems: Problem[] = document.envelopeProblems.slice(0, maxProblems);
  dependent.delete(uri);
  for (let index = 0; index < Math.min(document.slots.length, maxArticles); index++) {
    const article = document.article(index);
    const date = article.datePublished;
    if (date !== null && date.ambiguous !== null) dependent.add(uri);
    for (const problem of articleProblems(article, corpus)) problems.push(problem);
    if (slices.over) {
      await slices.next();
      if (isStale()) return null;
    }
  }
  return problems.sort((a, b) => a.span.start - b.span.start);
}

function lspDiagnostics(problems: readonly Problem[], { lines, envelopeProblems }: ParsedDocument): Diagnostic[] {
  const published = problems.slice(0, maxProblems).map((problem): Diagnostic => ({
    range: lspRange(lines, problem.span),
    severity: severities[problem.severity],
    code: problem.code,
    source: "corpus-navigator",
    message: label(problem.message, longestMessage),
  }));
  const last = published.at(-1);
  const left = Math.max(envelopeProblems.length, problems.length) - published.length;
  if (last !== undefined && left > 0) {
    published.push({
      ...last,
      severity: DiagnosticSeverity.Information,
      code: "more-problems",
      message: `At least ${left} more problems follow.`,
    });
  }
  return published;
}
