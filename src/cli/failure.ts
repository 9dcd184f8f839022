/** A command did what it was asked, and found what a writer should look at: exit code 3. */
export class WarningsFound extends Error {
  override readonly name = "WarningsFound";
}

/** A command could not do what it was asked: said on standard error, exit code 1. */
export class Failure extends Error {
  override readonly name = "Failure";
}
