import { Box, Text } from "ink";
import type { Status } from "../status/read-status.ts";
import { cell } from "./cell.ts";

const COLOURS: Record<keyof Status["counts"], string> = {
  GENERATED: "blue",
  VALIDATED: "cyan",
  TESTED: "magenta",
  SELECTED: "yellow",
  LIVE: "green",
  RETIRED: "gray",
  FAILED: "red",
};

type Props = { title: string | null; counts: Status["counts"]; columns: number };

/** Counts by status. The bars are logarithmic: on a straight scale the few that survive could not be seen. */
export function Funnel({ title, counts, columns }: Props) {
  const largest = Math.max(1, ...Object.values(counts));
  const room = Math.max(0, columns - 18);
  const bar = (count: number) => "█".repeat(Math.ceil((Math.log1p(count) / Math.log1p(largest)) * room));
  const statuses = Object.keys(COLOURS) as (keyof Status["counts"])[];
  return (
    <Box flexDirection="column" flexShrink={0} width={columns}>
      {title === null ? null : <Text bold>{title}</Text>}
      {statuses.map((status) => (
        <Text key={status} wrap="truncate-end">
          {cell(status, 9)} {cell(String(counts[status]), 7, "right")}{" "}
          <Text color={COLOURS[status]}>{bar(counts[status])}</Text>
        </Text>
      ))}
    </Box>
  );
}
