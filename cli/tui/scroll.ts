/** Which line stands first: the one with this key, or the newest, whatever comes in. */
export type Scroll = { top: number | null };

export const NO_SCROLL: Scroll = { top: null };

/** Index of the line that stands first; a line that is gone is as good as its place in the order, nearest the end. */
export function firstLine({ top }: Scroll, lines: readonly number[], room: number): number {
  if (top === null) return 0;
  const found = lines.indexOf(top);
  return clamp(found < 0 ? lines.length : found, lines.length - room);
}

/** The scroll that puts the line at `index` first, as far as there are lines. */
export function scrolled(index: number, lines: readonly number[], room: number): Scroll {
  const first = clamp(index, lines.length - room);
  return first === 0 ? NO_SCROLL : { top: lines[first] ?? null };
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(index, last));
}
