import { l10n, window } from "vscode";
import { Delayer } from "../../ui/delayer";

/** How long typing must rest before it moves on, in milliseconds: what is typed while the focus moves may be lost. */
const typingPause = 350;

/**
 * Takes what is typed while the page of the Search view is still being loaded, in an input box that is there at once. Answers the text
 * once `isUp` has come true and typing rests, or at Enter; undefined at Escape.
 */
export async function catchTyping(isUp: Promise<void>): Promise<string | undefined> {
  const box = window.createInputBox();
  const resting = new Delayer(typingPause);
  box.title = l10n.t("Search");
  box.placeholder = l10n.t('Words, "a phrase", -without, title:, date:2013…');
  box.ignoreFocusOut = true;
  try {
    return await new Promise<string | undefined>((resolve) => {
      const finish = (): void => {
        resolve(box.value);
      };
      box.onDidAccept(() => void isUp.then(finish));
      box.onDidHide(() => {
        resolve(undefined);
      });
      void isUp.then(() => {
        box.onDidChangeValue(() => {
          resting.schedule(finish);
        });
        resting.schedule(finish);
      });
      box.show();
    });
  } finally {
    resting.dispose();
    box.dispose();
  }
}
