import type { Finding } from "./definition.ts";
import { reporter } from "./position.ts";

export const MAX_TEXT_BYTES = 65_536;

/** A strategy's text, or why its bytes are none. A leading byte-order mark is dropped. */
export type DecodedText = { kind: "text"; text: string } | { kind: "refused"; findings: Finding[] };

// Marks that make a line read differently from what it does, to a person and in a terminal.
const DECEIVING = /[\u202a-\u202e\u2066-\u2069]/;

/** Reads the bytes of a file as a strategy's text, whatever they are. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > MAX_TEXT_BYTES) return refuseSize();
  try {
    return checkText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const { findings, report } = reporter("", "syntax", "error");
    report("not-utf8", null, "the file is not UTF-8 text", "Save it as UTF-8.");
    return { kind: "refused", findings };
  }
}

/** The same bounds for a text that is at hand already. */
export function checkText(raw: string): DecodedText {
  const text = raw.startsWith("\ufeff") ? raw.slice(1) : raw;
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES) return refuseSize();
  const { findings, report } = reporter(text, "syntax", "error");
  const nul = text.indexOf("\0");
  if (nul >= 0) report("not-text", nul, "the text contains a NUL character", "Save it as plain UTF-8 text.");
  if (!text.isWellFormed()) report("not-utf8", null, "the text is not valid Unicode", "Save it as UTF-8.");
  const deceiving = DECEIVING.exec(text);
  if (deceiving) {
    report(
      "hidden-direction",
      deceiving.index,
      "a hidden mark here changes the direction in which the line is shown",
      "Remove the invisible character.",
    );
  }
  return findings.length === 0 ? { kind: "text", text } : { kind: "refused", findings };
}

function refuseSize(): DecodedText {
  const { findings, report } = reporter("", "syntax", "error");
  report(
    "too-large",
    null,
    `the text has more than ${MAX_TEXT_BYTES} bytes`,
    "Shorten it: compute tables instead of writing them out.",
  );
  return { kind: "refused", findings };
}
