import type { Random } from "../../core/kernel/random.ts";

/** A text with a few of its pieces removed, repeated, exchanged for those of others, or spoilt. */
export function mutate(text: string, tokens: readonly string[], random: Random): string {
  const pieces = piecesOf(text);
  for (let i = random.int(1, 2); i > 0; i--) {
    const at = random.int(0, pieces.length - 1);
    const kind = /^\d+$/.test(pieces[at] ?? "") ? 4 : random.int(0, 4);
    if (kind === 0) pieces.splice(at, random.int(1, 5));
    else if (kind === 1) pieces.splice(at, 0, random.pick(tokens));
    else if (kind === 2) pieces[at] = random.pick(tokens);
    else if (kind === 3) pieces.splice(at, 0, ...pieces.slice(at, at + random.int(1, 8)));
    else pieces[at] = String(random.pick([0, -1, 1e9, 0.5, "NaN", "'x'", "undefined", "[]", "{}", "c", "ta"]));
  }
  return pieces.join("");
}

/** Bytes of no meaning, mostly letters or not. */
export function randomBytes(random: Random): Uint8Array {
  const most = random.pick([0x7f, 0xff]);
  return Uint8Array.from({ length: random.int(0, 400) }, () => random.int(0, most));
}

export function tokensOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(/\w+|[^\w\s]/g) ?? []);
}

function piecesOf(text: string): string[] {
  return text.match(/\w+|\s+|[^\w\s]/g) ?? [];
}
