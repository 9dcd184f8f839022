/** A failure that the person at the terminal can correct: its message is one sentence with the command that does. No stack is shown. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Runs a script's main function; prints what failed (a `UserError` without its stack) and sets the exit code to 1. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exitCode = 1;
  }
}
