import type { Key } from "ink";

export type Action = "quit" | "help" | "next" | "previous" | "down" | "up" | "pageDown" | "pageUp" | "first" | "last";

const BY_CHARACTER: Record<string, Action> = {
  q: "quit",
  "?": "help",
  "\t": "next",
  j: "down",
  k: "up",
  " ": "pageDown",
  g: "first",
  G: "last",
};

/** What keys ask for; a held key, or a slow line, brings several characters at once. */
export function actionsOf(input: string, key: Key): Action[] {
  if (key.tab) return [key.shift ? "previous" : "next"];
  if (key.downArrow) return ["down"];
  if (key.upArrow) return ["up"];
  if (key.pageDown) return ["pageDown"];
  if (key.pageUp) return ["pageUp"];
  if (key.home) return ["first"];
  if (key.end) return ["last"];
  if (key.ctrl || key.meta) return [];
  return [...input].flatMap((character) => BY_CHARACTER[character] ?? []);
}
