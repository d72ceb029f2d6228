import { parseDocument, type YAMLError } from "yaml";

export type ParsedText = { kind: "parsed"; value: object } | { kind: "refused"; problems: string[] };

/** The keys and values of a configuration text, or what keeps it from having any. */
export function parseText(text: string): ParsedText {
  // U+FFFD stands where bytes were no text at all.
  if (/[\0\uFFFD]/.test(text)) return refused("the file is no text");
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) return refused(...document.errors.map((error) => describe(error, text)));
  const read = plainValue(() => document.toJS());
  if (read.kind === "refused") return read;
  const { value } = read;
  if (value === null || value === undefined) return refused("the file is empty");
  if (typeof value !== "object" || Array.isArray(value)) return refused("the file must be made of keys and values");
  if (isCyclic(value)) return refused("an alias (*) stands for something that it is a part of itself");
  return { kind: "parsed", value };
}

function refused(...problems: string[]): ParsedText & { kind: "refused" } {
  return { kind: "refused", problems };
}

function describe({ code, message, pos, linePos }: YAMLError, text: string): string {
  const line = linePos?.[0].line ?? 1;
  if (code === "DUPLICATE_KEY") {
    const key = text.slice(pos[0]).split(":", 1)[0] ?? "";
    return `line ${line}: ${key.trim()} is there twice`;
  }
  if (code === "MULTIPLE_DOCS") return `line ${line}: a second document begins; the file must be one`;
  const [first = message] = message.split("\n", 1);
  return first.replace(/:$/, "");
}

type Read = { kind: "read"; value: unknown } | (ParsedText & { kind: "refused" });

/** An alias without an anchor before it, or aliases of aliases beyond measure, are told as ReferenceErrors. */
function plainValue(read: () => unknown): Read {
  try {
    return { kind: "read", value: read() };
  } catch (error) {
    if (error instanceof ReferenceError) return refused(error.message);
    throw error;
  }
}

function isCyclic(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (above.includes(value)) return true;
  return Object.values(value).some((inner) => isCyclic(inner, [...above, value]));
}
