import { Box, Text } from "ink";
import { syntheticMark } from "../status/candle-marks.ts";
import type { Status } from "../status/read-status.ts";
import { utcText } from "../value-text.ts";

/** Whether it is real, first of all: paper or money, synthetic candles or a market's. */
export function Header({ status, columns }: { status: Status; columns: number }) {
  const synthetic = syntheticMark(status.candles);
  return (
    <Box width={columns} justifyContent="space-between">
      <Text wrap="truncate-end">
        <Text bold>sixbtc</Text>{" "}
        <Text bold color={status.dryRun ? "cyan" : "red"}>
          {status.dryRun ? "DRY RUN, PAPER" : "LIVE, REAL MONEY"}
        </Text>
        {synthetic === null ? "" : " · "}
        <Text bold color="yellow">
          {synthetic ?? ""}
        </Text>
      </Text>
      {columns >= 60 ? <Text dimColor>{utcText(status.at)}</Text> : null}
    </Box>
  );
}
