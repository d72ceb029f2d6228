import { Box, Text } from "ink";
import type { StageStatus } from "../status/read-status.ts";
import { agoText } from "../value-text.ts";
import { cell } from "./cell.ts";

const HEADER = `${cell("Stage", 9)} ${cell("", 7)} ${cell("last", 8, "right")} ${cell("done 24h", 8, "right")} ${cell("rejected", 8, "right")} ${cell("failed", 6, "right")}`;

export const STAGES_COLUMNS = HEADER.length;

/** Each stage with whether it runs and what it did in 24 hours. */
export function Stages({ stages, nowMs }: { stages: readonly StageStatus[]; nowMs: number }) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text bold wrap="truncate-end">
        {HEADER}
      </Text>
      {stages.map((stage) => {
        const [word, colour] = stateOf(stage);
        return (
          <Text key={stage.name} wrap="truncate-end" dimColor={!stage.enabled && !stage.running}>
            {cell(stage.name, 9)} <Text color={colour}>{cell(word, 7)}</Text>{" "}
            {cell(stage.lastActivityAt === null ? "-" : agoText(stage.lastActivityAt, nowMs), 8, "right")}{" "}
            {cell(String(stage.processed24h), 8, "right")} {cell(String(stage.rejected24h), 8, "right")}{" "}
            <Text color={stage.failed24h > 0 ? "red" : ""}>{cell(String(stage.failed24h), 6, "right")}</Text>
          </Text>
        );
      })}
    </Box>
  );
}

function stateOf({ enabled, running }: StageStatus): [word: string, colour: string] {
  if (running) return ["running", "green"];
  return enabled ? ["stopped", "yellow"] : ["off", "gray"];
}
