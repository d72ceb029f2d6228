import type { liveStrategies } from "../../core/db/live-strategies.ts";
import { maxDrawdown } from "../../core/kernel/drawdown.ts";

export type LiveStatus = {
  name: string;
  type: string;
  timeframe: string;
  direction: string;
  subaccount: string | null;
  paper: boolean | null;
  capital: number | null;
  equity: number | null;
  /** Fall of the equity from its peak, 0.25 for 25 %. */
  drawdown: number | null;
  openPositions: number;
  openPnl: number;
  /** Of the trades that closed since midnight UTC. */
  todayPnl: number;
  liveSince: number | null;
};

export function liveStatus(row: Awaited<ReturnType<typeof liveStrategies>>[number]): LiveStatus {
  const { equityUsd, peakEquityUsd } = row;
  return {
    name: row.name,
    type: row.type,
    timeframe: row.timeframe,
    direction: row.direction,
    subaccount: row.subaccount,
    paper: row.isPaper,
    capital: row.capitalUsd,
    equity: equityUsd,
    drawdown:
      equityUsd === null || peakEquityUsd === null ? null : maxDrawdown(Float64Array.of(equityUsd), peakEquityUsd),
    openPositions: row.openPositions,
    openPnl: row.openPnlUsd,
    todayPnl: row.todayPnlUsd,
    liveSince: row.liveAt?.getTime() ?? null,
  };
}
