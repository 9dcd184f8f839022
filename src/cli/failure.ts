/** A command could not do what it was asked: said on standard error, exit code 1. */
export class Failure extends Error {
  override readonly name = "Failure";
}
