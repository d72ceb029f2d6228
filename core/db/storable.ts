/**
 * `value` as PostgreSQL takes it into text and jsonb, wherever it stands in arrays and plain objects: U+0000, which
 * neither can hold, becomes the six characters `\u0000`, and half a surrogate pair U+FFFD. Words of strategies may hold
 * both, and a verdict that cannot be written would have its strategy judged again for ever.
 */
export function storable<Value>(value: Value): Value {
  return convert(value) as Value;
}

function convert(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "\\u0000");
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [convert(key), convert(each)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
