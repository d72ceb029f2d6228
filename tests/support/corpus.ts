import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";

/** `expected`: `passed`, or the phase and the code of the first error, as the first line of the sample says. */
export type Sample = {
  kind: keyof typeof FOLDERS;
  file: string;
  text: string;
  expected: string;
};

const FOLDERS = {
  leaking: "tests/golden/strategies/leaking",
  clean: "tests/golden/strategies/clean",
  attacks: "tests/golden/strategies/attacks",
  missed: "tests/golden/strategies/missed",
  examples: "docs/examples",
} as const;

/**
 * Strategies that look ahead, that are clean and look as if they did, that attack, that look ahead so seldom that the
 * validator does not find it, and those of the documentation.
 */
export function readCorpus(): Sample[] {
  return Object.entries(FOLDERS).flatMap(([kind, folder]) =>
    readdirSync(join(PROJECT_ROOT, folder)).map((file) => {
      const text = readFileSync(join(PROJECT_ROOT, folder, file), "utf8");
      const expected = /^\/\/ expect: (.*)/.exec(text)?.[1]?.trim() ?? "passed";
      return { kind: kind as Sample["kind"], file, text, expected };
    }),
  );
}
