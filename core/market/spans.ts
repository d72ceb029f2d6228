/** Times from `fromMs` up to, but not including, `toMs`. */
export type Span = { fromMs: number; toMs: number };

/** The same times in ascending spans that do not touch each other; empty spans vanish. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs);
    else if (span.fromMs < span.toMs) joined.push({ ...span });
  }
  return joined;
}

/** What of `span` lies in none of `holes`, ascending. */
export function subtractSpans(span: Span, holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let fromMs = span.fromMs;
  for (const hole of joinSpans(holes)) {
    if (hole.toMs <= fromMs) continue;
    if (hole.fromMs >= span.toMs) break;
    if (hole.fromMs > fromMs) left.push({ fromMs, toMs: hole.fromMs });
    fromMs = hole.toMs;
  }
  if (fromMs < span.toMs) left.push({ fromMs, toMs: span.toMs });
  return left;
}
