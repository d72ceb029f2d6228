import type { Look } from "./look.ts";

/** The look that a sweep chose among `cells`; Sharpes are annual, as everywhere in metrics. */
export type SweptLook = Look & {
  cells: number;
  leftOut: number;
  sharpeMean: number;
  sharpeVariance: number;
  plateauSharpe: number;
  /** Mean of the combinations one step away on one axis of exits; null where there is none. */
  neighbourSharpe: number | null;
};
