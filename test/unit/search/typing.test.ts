import { deepEqual } from "node:assert/strict";

/** The webview's code is checked with the page's types, which tests do not have: it is loaded by name. */
const typing = "../../../src/client/webview/search/typing";
let followTyping: (root: unknown, places: readonly unknown[]) => void;

/** As much of a page as `followTyping` is promised: elements that hear events, a focus, and a clock that is moved by hand. */
class Page {
  readonly root = new Place();
  readonly box = new Place();
  readonly waiting: (() => void)[] = [];
  readonly window = Object.assign(new EventTarget(), { setTimeout: (run: () => void) => this.waiting.push(run) });
  hasFocus = true;
  active: Place | null = null;

  get document(): unknown {
    return { hasFocus: () => this.hasFocus, activeElement: this.active };
  }

  get isTyping(): boolean {
    return this.root.classes.has("typing");
  }

  focus(place: Place | null): void {
    this.active = place;
    this.root.dispatchEvent(new Event(place === null ? "focusout" : "focusin"));
  }

  /** What was put off for a moment. */
  moment(): void {
    for (const run of this.waiting.splice(0)) run();
  }
}

class Place extends EventTarget {
  readonly classes = new Set<string>();
  readonly classList = {
    toggle: (name: string, isOn: boolean): void => {
      if (isOn) this.classes.add(name);
      else this.classes.delete(name);
    },
  };

  contains(other: unknown): boolean {
    return other === this;
  }
}

describe("search view: whether somebody is typing", () => {
  const globals = globalThis as { window?: unknown; document?: unknown };
  let page: Page;
  before(async () => {
    ({ followTyping } = (await import(typing)) as { followTyping: typeof followTyping });
  });
  beforeEach(() => {
    page = new Page();
    globals.window = page.window;
    Object.defineProperty(globals, "document", { configurable: true, get: () => page.document });
    followTyping(page.root, [page.box]);
  });
  afterEach(() => {
    delete globals.window;
    delete globals.document;
  });

  it("follows the focus, which is gone only a moment after it left", () => {
    const seen: boolean[] = [page.isTyping];
    page.focus(page.box);
    seen.push(page.isTyping);
    page.focus(null);
    seen.push(page.isTyping);
    page.moment();
    seen.push(page.isTyping);
    deepEqual(seen, [false, true, true, false]);
  });

  it("holds still while a button is pressed, until behind the click", () => {
    page.focus(page.box);
    page.root.dispatchEvent(new Event("pointerdown"));
    page.focus(null);
    page.moment();
    const pressed = page.isTyping;
    page.window.dispatchEvent(new Event("pointerup"));
    const released = page.isTyping;
    page.moment();
    deepEqual([pressed, released, page.isTyping], [true, true, false]);
  });

  it("does not show up under a pressed button either", () => {
    page.root.dispatchEvent(new Event("pointerdown"));
    page.focus(page.box);
    const pressed = page.isTyping;
    page.window.dispatchEvent(new Event("pointercancel"));
    page.moment();
    deepEqual([pressed, page.isTyping], [false, true]);
  });

  it("ends with the window's focus, and comes back with it", () => {
    page.focus(page.box);
    page.hasFocus = false;
    page.window.dispatchEvent(new Event("blur"));
    page.moment();
    const away = page.isTyping;
    page.hasFocus = true;
    page.window.dispatchEvent(new Event("focus"));
    page.moment();
    deepEqual([away, page.isTyping], [false, true]);
  });
});
