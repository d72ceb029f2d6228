import { checkShape } from "./module-shape.ts";
import { resolveNames } from "./names.ts";
import { parseModule } from "./parse.ts";
import { type Node, type ProgramNode, staticKey, withoutTypes } from "./tree.ts";

/**
 * SHA-256, in hex, of a strategy's text with the value of its name emptied: two texts that differ in nothing but
 * the name are the same strategy. A text without a name that can be read is hashed as it is.
 */
export function codeHash(text: string): string {
  return new Bun.CryptoHasher("sha256").update(withName(text, "")).digest("hex");
}

/** The text with another name in its definition, quotes and all else unchanged. */
export function withName(raw: string, name: string): string {
  const parsed = parseModule(raw);
  const literal = parsed.kind === "parsed" ? nameLiteral(parsed.program) : null;
  if (parsed.kind === "refused" || literal === null) return raw;
  return `${parsed.text.slice(0, literal.start + 1)}${name}${parsed.text.slice(literal.end - 1)}`;
}

/** The string that names the strategy, in the definition or in the constant that it points to. */
function nameLiteral(program: ProgramNode): Node | null {
  const definition = checkShape(program, () => undefined);
  for (const property of definition?.properties ?? []) {
    if (property.type !== "Property" || staticKey(property, property.key) !== "name") continue;
    const value = withoutTypes(property.value);
    const declaration = value.type === "Identifier" ? resolveNames(program).bindingOf(value)?.declaration : undefined;
    const literal =
      declaration?.type === "VariableDeclarator" && declaration.init ? withoutTypes(declaration.init) : value;
    if (literal.type === "Literal" && typeof literal.value === "string") return literal;
  }
  return null;
}
