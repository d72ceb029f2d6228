import { Box, Text } from "ink";
import type { LiveStatus } from "../status/live-status.ts";
import { fractionText, usdText } from "../value-text.ts";
import { cell } from "./cell.ts";

/** What is on the desk: account, equity, drawdown, open positions and their result, the result of today. */
export function Live({ live, columns }: { live: readonly LiveStatus[]; columns: number }) {
  if (live.length === 0) return <Text dimColor>Nothing is live.</Text>;
  const nameColumns = Math.min(45, Math.max(21, columns - 62));
  const right = (text: string, width: number) => cell(text, width, "right");
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text bold wrap="truncate-end">
        {cell("Strategy", nameColumns)} {cell("subaccount", 11)} {right("equity", 10)} {right("drawdown", 8)}{" "}
        {right("open", 4)} {right("open pnl", 9)} {right("today", 9)}
      </Text>
      {live.map((each) => (
        <Text key={each.name} wrap="truncate-end">
          {cell(each.name, nameColumns)} {cell(each.subaccount ?? "-", 11)} {right(usdText(each.equity), 10)}{" "}
          {right(fractionText(each.drawdown), 8)} {right(String(each.openPositions), 4)} <Pnl amount={each.openPnl} />{" "}
          <Pnl amount={each.todayPnl} />
        </Text>
      ))}
    </Box>
  );
}

function Pnl({ amount }: { amount: number }) {
  const sign = Math.sign(Number(amount.toFixed(2)));
  return <Text color={sign > 0 ? "green" : sign < 0 ? "red" : ""}>{cell(usdText(amount), 9, "right")}</Text>;
}
