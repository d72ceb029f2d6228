/** Best score first, ties by name, so that two passes over the same rows agree; what has no score comes last. */
export function rankByScore<Item extends { name: string; score: number | null }>(items: readonly Item[]): Item[] {
  const scoreOf = ({ score }: Item) => score ?? Number.NEGATIVE_INFINITY;
  return items.toSorted((a, b) => {
    if (scoreOf(a) !== scoreOf(b)) return scoreOf(b) - scoreOf(a);
    return a.name < b.name ? -1 : 1;
  });
}
