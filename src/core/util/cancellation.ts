/** What a long computation asks now and then; the shape of LSP's and VS Code's tokens, known to neither. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** A token that is never cancelled. */
export const neverCancelled: CancellationToken = { isCancellationRequested: false };
