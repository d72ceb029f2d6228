import postgres from "postgres";

export type Settled = {
  generated: number;
  rejected: number;
  waiting: number;
  tested: number;
  failed: number;
  /** Strategies that one stage settled more than once. */
  settledTwice: number;
  claimed: number;
  /** Processes that did not write that they ended. */
  unended: number;
};

/** What became of every strategy of a database, from its rows, trials and events. */
export async function readSettled(url: string): Promise<Settled> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  try {
    const [row] = await sql<[Settled]>`
      select
        (select count(*) from trials where kind = 'candidate')::int as generated,
        (select count(*) from events where kind = 'strategy.rejected')::int as rejected,
        (select count(*) from strategies where status in ('GENERATED', 'VALIDATED'))::int as waiting,
        (select count(*) from strategies where status in ('TESTED', 'SELECTED', 'LIVE', 'RETIRED'))::int as tested,
        (select count(*) from strategies where status = 'FAILED')::int as failed,
        (select count(*) from (
          select from events
          where kind in ('strategy.validated', 'strategy.tested', 'strategy.rejected', 'strategy.failed')
          group by strategy_name, stage having count(*) > 1
        ) as twice)::int as "settledTwice",
        (select count(*) from strategies where lease is not null)::int as claimed,
        (select count(*) from processes where ended_at is null)::int as unended`;
    return row;
  } finally {
    await sql.end();
  }
}

export function settledFaults(found: Settled): string[] {
  const { generated, rejected, waiting, tested, failed } = found;
  return [
    generated > 0 ? "" : "nothing was generated",
    generated === rejected + waiting + tested + failed
      ? ""
      : `${generated} generated, but ${rejected} rejected + ${waiting} waiting + ${tested} tested + ${failed} failed`,
    found.settledTwice === 0 ? "" : `${found.settledTwice} were settled twice by one stage`,
    found.claimed === 0 ? "" : `${found.claimed} are still claimed`,
    found.unended === 0 ? "" : `${found.unended} processes did not end by themselves`,
  ].filter((fault) => fault !== "");
}
