import type { Action } from "./keys.ts";
import { firstLine, NO_SCROLL, type Scroll, scrolled } from "./scroll.ts";

export type ScreenState<Panel> = { panel: Panel; isHelp: boolean; scroll: Scroll };

/** The lines of the panel that is shown, and how many of them fit. */
type Scene = { lines: readonly number[]; room: number };

/** The state after one key; `quit` changes nothing here. */
export function nextState<Panel>(
  state: ScreenState<Panel>,
  action: Action,
  panels: readonly Panel[],
  { lines, room }: Scene,
): ScreenState<Panel> {
  const first = firstLine(state.scroll, lines, room);
  const moveTo = (index: number) => ({ ...state, scroll: scrolled(index, lines, room) });
  const turn = (by: number) => {
    const index = (panels.indexOf(state.panel) + by + panels.length) % panels.length;
    return { panel: panels[index] ?? state.panel, isHelp: false, scroll: NO_SCROLL };
  };
  switch (action) {
    case "next":
      return turn(1);
    case "previous":
      return turn(-1);
    case "help":
      return { ...state, isHelp: !state.isHelp };
    case "down":
      return moveTo(first + 1);
    case "up":
      return moveTo(first - 1);
    case "pageDown":
      return moveTo(first + room);
    case "pageUp":
      return moveTo(first - room);
    case "first":
      return moveTo(0);
    case "last":
      return moveTo(lines.length);
    case "quit":
      return state;
  }
}
