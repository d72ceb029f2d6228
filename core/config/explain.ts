import { isMap, isScalar, type Node, parseDocument, type YAMLMap } from "yaml";
import { z } from "zod";
import { usageError } from "../errors.ts";
import { type Config, configSchema } from "./schema.ts";

export type Explanation = {
  key: string;
  /** The comment above the key in the shipped file. */
  meaning: string;
  /** What the configuration holds: a value, or the keys of a section. */
  value: unknown;
  allowed: string;
};

/**
 * What a key means, holds and allows, by dotted path. `shippedText` is the file that comes with the project: its
 * comments are the one source of meanings, as the schema is of what is allowed; `config` is what is in force.
 */
export function explainKey(shippedText: string, key: string, config: Config): Explanation {
  const document = parseDocument(shippedText);
  let node: unknown = document.contents;
  let value: unknown = config;
  let comment: string | null | undefined;
  for (const part of key.split(".")) {
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === part) : undefined;
    if (!pair) {
      const known = keysOf(document.contents).sort((a, b) => distance(a, key) - distance(b, key));
      throw usageError(`There is no configuration key ${key}`, `Did you mean ${known.slice(0, 3).join(", ")}?`);
    }
    comment = (pair.key as Node).commentBefore ?? firstComment(node as YAMLMap, pair);
    node = pair.value;
    value = (value as Record<string, unknown>)[part];
  }
  return {
    key,
    meaning: lastParagraph(comment ?? ""),
    value: isMap(node) ? Object.keys(value as object) : value,
    allowed: isMap(node) ? "a section" : allowedFor(key),
  };
}

/** The dotted paths of all keys of a configuration text, sections included. */
export function configKeys(text: string): string[] {
  return keysOf(parseDocument(text).contents);
}

/** The comment above a map's first key belongs to the map in the yaml library's tree. */
function firstComment(map: YAMLMap, pair: unknown): string | null | undefined {
  return map.items[0] === pair ? map.commentBefore : undefined;
}

/** The file's own heading stands above the first key too, a blank line before that key's comment. */
function lastParagraph(comment: string): string {
  const paragraph = comment.split(/\n\s*\n/).at(-1) ?? "";
  return paragraph.replaceAll(/^ ?/gm, "").replaceAll("\n", " ").trim();
}

function keysOf(node: unknown, prefix = ""): string[] {
  if (!isMap(node)) return [];
  return node.items.flatMap((item) => {
    const path = `${prefix}${String(item.key)}`;
    return [path, ...keysOf(item.value, `${path}.`)];
  });
}

type JsonSchema = {
  type?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
};

function allowedFor(key: string): string {
  let schema = z.toJSONSchema(configSchema) as JsonSchema | undefined;
  for (const part of key.split(".")) {
    schema = schema?.properties?.[part];
  }
  return schema === undefined ? "" : describeSchema(schema);
}

function describeSchema(schema: JsonSchema): string {
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  if (schema.type === "array") return `a list, each ${describeSchema(schema.items ?? {})}`;
  if (schema.type === "boolean") return "true or false";
  const bounds = [
    schema.minimum === undefined ? "" : `from ${schema.minimum}`,
    schema.exclusiveMinimum === undefined ? "" : `above ${schema.exclusiveMinimum}`,
    schema.maximum === undefined ? "" : `to ${schema.maximum}`,
    schema.exclusiveMaximum === undefined ? "" : `below ${schema.exclusiveMaximum}`,
  ].filter((bound) => bound !== "");
  const kind = schema.type === "integer" ? "a whole number" : `a ${schema.type ?? "value"}`;
  return [kind, ...bounds].join(" ");
}

/** Letters of one key that the other lacks, both ways: enough to suggest the near ones. */
function distance(a: string, b: string): number {
  const lacking = (from: string, other: string) => [...from].filter((letter) => !other.includes(letter)).length;
  return lacking(a, b) + lacking(b, a) + Math.abs(a.length - b.length) / 10;
}
