import { Box, Text } from "ink";
import { cell } from "./cell.ts";

const KEYS: [keys: string, meaning: string][] = [
  ["tab, shift-tab", "next and previous panel"],
  ["j, k, arrows", "scroll by a line"],
  ["space, page keys", "scroll by a page"],
  ["g, G", "to the first, to the last line"],
  ["?", "this help, and back"],
  ["q, Ctrl-C", "quit"],
];

export function Help() {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {KEYS.map(([keys, meaning]) => (
        <Text key={keys} wrap="truncate-end">
          {cell(keys, 18)} {meaning}
        </Text>
      ))}
      <Text dimColor wrap="truncate-end">
        Bars are logarithmic. Times are UTC, amounts USD. What is done, rejected and failed is of 24 hours.
      </Text>
    </Box>
  );
}
