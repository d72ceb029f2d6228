import { Box, Text } from "ink";
import type { Alert } from "../../core/db/alert.ts";
import { agoText, oneLine } from "../value-text.ts";

export function Alerts({ alerts, nowMs }: { alerts: readonly Alert[]; nowMs: number }) {
  if (alerts.length === 0) return <Text dimColor>No alerts.</Text>;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {alerts.map(({ level, message, since }) => (
        <Text key={message} wrap="truncate-end">
          <Text color={level === "error" ? "red" : "yellow"}>{level}</Text> {oneLine(message)}
          <Text dimColor>{since === null ? "" : ` (${agoText(since, nowMs)})`}</Text>
        </Text>
      ))}
    </Box>
  );
}
