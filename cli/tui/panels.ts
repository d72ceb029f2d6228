export type Size = { columns: number; rows: number };

const PANELS = ["Funnel", "Stages", "Events", "Live", "Alerts"] as const;

export type Panel = (typeof PANELS)[number];

/** Smallest terminal on which the funnel and the stages stand side by side above the other panels. */
const FULL: Size = { columns: 80, rows: 22 };

/** Whether the funnel and the stages are always there; else they are panels like the others. */
export function isRoomy({ columns, rows }: Size): boolean {
  return columns >= FULL.columns && rows >= FULL.rows;
}

/** The panels that the tab key goes through. */
export function panelsOf(size: Size): readonly Panel[] {
  return isRoomy(size) ? ["Events", "Live", "Alerts"] : PANELS;
}
