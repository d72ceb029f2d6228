import type { Calibration } from "../../../core/market/calibrate-drift.ts";
import type { Planting } from "../../../core/market/planted-market.ts";
import type { DataSet } from "../../../stages/backtest/data-set.ts";
import type { Examination, GatesJob } from "../../../stages/backtest/examine.ts";
import type { Verdict } from "../../../stages/backtest/gates/verdict.ts";
import type { GateSettings } from "../../../stages/backtest/settings.ts";

export type Unplanted = Omit<Planting, "driftFrac">;

export type NullJob =
  /** As the stage does: ends at the first gate that fails. */
  | GatesJob
  /** Every gate, whatever the others say. */
  | { kind: "everyGate"; gates: GatesJob }
  | { kind: "calibrate"; data: DataSet[]; planting: Unplanted; target: number; account: GateSettings["account"] };

export type GateVerdict = { gate: string } & Verdict;

export type NullAnswer =
  | { kind: "gates"; examination: Examination }
  | { kind: "everyGate"; verdicts: GateVerdict[] }
  | { kind: "calibrate"; calibration: Calibration }
  /** No drift gives the Sharpe. */
  | { kind: "unreachable"; reason: string };
