import { eq, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { trials } from "./schema.ts";

export type InSampleSharpes = {
  /** Looks in sample there ever were, of candidates that are gone too. */
  looks: number;
  /** Of the annual Sharpes that their sweeps chose; 0 where there are too few to tell. */
  sharpeMean: number;
  sharpeVariance: number;
};

/** The count and the moments of all looks in sample, from an index alone: there may be millions of them. */
export async function inSampleSharpes(db: Database): Promise<InSampleSharpes> {
  const [row] = await db.orm
    .select({
      looks: sql<number>`count(*)::int`,
      sharpeMean: sql<number>`coalesce(avg(${trials.sharpe}), 0)`,
      sharpeVariance: sql<number>`coalesce(var_samp(${trials.sharpe}), 0)`,
    })
    .from(trials)
    .where(eq(trials.kind, sql`'in-sample'`));
  return row ?? { looks: 0, sharpeMean: 0, sharpeVariance: 0 };
}
