import { Box, Text } from "ink";
import type { RecordedEvent } from "../../core/db/overview.ts";
import { deskFacts } from "../desk-facts.ts";
import { oneLine } from "../value-text.ts";
import { cell } from "./cell.ts";

type Props = { events: readonly RecordedEvent[]; nowMs: number; columns: number };

/** Time, strategy, what happened and why, a line each. */
export function Events({ events, nowMs, columns }: Props) {
  const nameColumns = Math.min(45, Math.max(21, columns - 75));
  const isToday = events.every(({ at }) => nowMs - at.getTime() < DAY_MS);
  if (events.length === 0) return <Text dimColor>Nothing has happened yet.</Text>;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {events.map((event) => (
        <Text key={event.id} wrap="truncate-end">
          <Text dimColor>{timeText(event.at, isToday)}</Text>{" "}
          {cell(event.strategyName ?? event.stage ?? "", nameColumns)}{" "}
          <Text color={colourOf(event)}>{cell(event.kind.replace(/^\w+\./, ""), 9)}</Text> {oneLine(detailOf(event))}
        </Text>
      ))}
    </Box>
  );
}

/** Where and on what the desk did it, why, and what it brought. */
function detailOf({ reason, numbers }: RecordedEvent): string {
  const { subaccount, coin, pnl } = deskFacts(numbers);
  return [subaccount, coin, reason ?? "", pnl && `pnl ${pnl}`].filter(Boolean).join("  ");
}

const DAY_MS = 86_400_000;

/** The hour alone where it can mean but one day. */
function timeText(at: Date, isToday: boolean): string {
  const text = at.toISOString();
  return isToday ? text.slice(11, 19) : text.slice(5, 16).replace("T", " ");
}

function colourOf({ kind, toStatus }: RecordedEvent): string {
  if (kind === "strategy.failed") return "red";
  if (kind === "strategy.rejected") return "yellow";
  return toStatus === "LIVE" || toStatus === "SELECTED" ? "green" : "";
}
