import { hostname } from "node:os";
import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { every } from "./heartbeat.ts";
import { processes } from "./schema.ts";

const HEARTBEAT_SEC = 10;
/** Heartbeats that may be missing before a process counts as gone. */
const MISSED = 3;
/** How long a process counts as running after it was last heard of. */
export const BEAT_LASTS_SEC = HEARTBEAT_SEC * MISSED;

export type RegisteredProcess = {
  /** Its name in claims and events. */
  name: string;
  end(): Promise<void>;
};

/** Enters this process into the table of processes, and keeps its heartbeat there until `end`. */
export async function registerProcess(
  db: Database,
  stage: string,
  onFault: (error: unknown) => void,
): Promise<RegisteredProcess> {
  const facts = { stage, host: hostname(), pid: process.pid };
  const [row] = await db.orm.insert(processes).values(facts).returning({ id: processes.id });
  if (row === undefined) throw new Error("an insert returned no row");
  const ours = eq(processes.id, row.id);
  const heartbeat = every(HEARTBEAT_SEC * 1000, onFault, async () => {
    await db.orm.update(processes).set({ heartbeatAt: sql`now()` }).where(ours);
  });
  return {
    name: `${stage}@${facts.host}:${facts.pid}#${row.id}`,
    async end() {
      await heartbeat.stop();
      await db.orm.update(processes).set({ endedAt: sql`now()` }).where(ours);
    },
  };
}

export type KnownProcess = typeof processes.$inferSelect & { isRunning: boolean };

/** Whether a process was heard of lately. */
export const isBeating = sql<boolean>`${processes.heartbeatAt} > now() - make_interval(secs => ${BEAT_LASTS_SEC})`;

/** The newest processes of all machines, latest first; one that is not running and did not end was killed. */
export async function listProcesses(db: Database, limit: number): Promise<KnownProcess[]> {
  const rows = await db.orm
    .select({ process: processes, isFresh: isBeating })
    .from(processes)
    .orderBy(desc(processes.id))
    .limit(limit);
  return rows.map((row) => ({ ...row.process, isRunning: row.isFresh && row.process.endedAt === null }));
}
