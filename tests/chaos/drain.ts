import { join } from "node:path";
import postgres from "postgres";
import { openDatabase } from "../../core/db/database.ts";
import { insertSome } from "../support/strategies.ts";

export type Plan = {
  rows: number;
  processes: number;
  killMs: number;
  /** After so many the living finish: on a busy machine none may get to work between two kills. */
  mostKills: number;
  leaseSec: number;
};

type Tolls = {
  kills: number;
  pauses: number;
  /** Claims that killed processes held when they died. */
  claimsCutShort: number;
};

type Verdict = {
  validated: number;
  rejected: number;
  failed: number;
  settledOnce: number;
  settledTwice: number;
  neverSettled: number;
  /** FAILED, though fewer than three processes had announced work on it. */
  failedUnworked: number;
  stillClaimed: number;
};

export type Findings = Plan & { seconds: number } & Tolls & Verdict;

type Worker = { name: string; child: Bun.Subprocess<"ignore", "pipe", "inherit">; isPaused: boolean };

const WORKER = join(import.meta.dir, "claims-worker.ts");
/** A pause comes with every so many kills: SIGSTOP until past the lease, then SIGCONT. */
const KILLS_PER_PAUSE = 8;

/** Lets `processes` drain `rows` strategies while one after the other is killed and replaced, some are paused. */
export async function drainUnderFire(url: string, plan: Plan): Promise<Findings> {
  const db = openDatabase({ url, poolSize: 1, applicationName: "sixbtc chaos" });
  const sql = postgres(url, { max: 1, fetch_types: false });
  try {
    await insertSome(db, plan.rows);
    const start = performance.now();
    const { tolls, announced } = await fire(sql, url, plan);
    return { ...plan, seconds: (performance.now() - start) / 1000, ...tolls, ...(await judge(sql, plan, announced)) };
  } finally {
    await sql.end();
    await db.close();
  }
}

async function fire(sql: postgres.Sql, url: string, { processes, killMs, mostKills, leaseSec }: Plan) {
  const tolls: Tolls = { kills: 0, pauses: 0, claimsCutShort: 0 };
  const crew: Worker[] = [];
  const accounts: Promise<string>[] = [];
  const start = () => {
    const name = `worker-${accounts.length}`;
    const command = [process.execPath, WORKER, url, String(leaseSec), name];
    const child = Bun.spawn(command, { stdin: "ignore", stdout: "pipe", stderr: "inherit" });
    crew.push({ name, child, isPaused: false });
    accounts.push(child.stdout.text());
  };
  const pause = (worker: Worker) => {
    tolls.pauses += 1;
    worker.isPaused = true;
    worker.child.kill("SIGSTOP");
    setTimeout(() => {
      worker.isPaused = false;
      worker.child.kill("SIGCONT");
    }, leaseSec * 1500);
  };

  for (let i = 0; i < processes; i++) start();
  while ((await count(sql`select count(*)::int from strategies where status = 'GENERATED'`)) > 0) {
    await Bun.sleep(killMs);
    if (tolls.kills === mostKills) continue;
    const running = crew.filter((worker) => !worker.isPaused && worker.child.exitCode === null);
    const victim = running[Math.floor(Math.random() * running.length)];
    if (victim === undefined) continue;
    victim.child.kill("SIGKILL");
    await victim.child.exited;
    tolls.kills += 1;
    tolls.claimsCutShort += await count(sql`select count(*)::int from strategies where processing_by = ${victim.name}`);
    crew.splice(crew.indexOf(victim), 1);
    start();
    const next = running.find((worker) => worker !== victim);
    if (next !== undefined && tolls.kills % KILLS_PER_PAUSE === 0) pause(next);
  }
  const ends = await Promise.all(crew.map((worker) => worker.child.exited));
  if (ends.some((code) => code !== 0)) throw new Error(`workers ended with ${ends.join(", ")}`);
  const announced = new Map<string, number>();
  for (const id of (await Promise.all(accounts)).flatMap((text) => text.split("\n"))) {
    announced.set(id, (announced.get(id) ?? 0) + 1);
  }
  return { tolls, announced };
}

async function judge(sql: postgres.Sql, { rows }: Plan, announced: Map<string, number>): Promise<Verdict> {
  const settlements = await sql`
    select count(e.id)::int as times from trials t
    left join events e on e.strategy_name = t.strategy_name and e.kind in ('strategy.validated', 'strategy.rejected', 'strategy.failed')
    where t.kind = 'candidate' group by t.strategy_name`;
  const times = settlements.map((row) => Number(row["times"]));
  const failed = await sql`select id from strategies where status = 'FAILED'`;
  return {
    validated: await count(sql`select count(*)::int from strategies where status = 'VALIDATED'`),
    rejected: await count(sql`select count(*)::int from trials where verdict = 'rejected'`),
    failed: failed.length,
    settledOnce: times.filter((each) => each === 1).length,
    settledTwice: times.filter((each) => each > 1).length,
    neverSettled: rows - times.filter((each) => each > 0).length,
    failedUnworked: failed.filter((row) => (announced.get(String(row["id"])) ?? 0) < 3).length,
    stillClaimed: await count(sql`select count(*)::int from strategies where lease is not null`),
  };
}

async function count(query: postgres.PendingQuery<postgres.Row[]>): Promise<number> {
  return Number((await query)[0]?.["count"]);
}

/** What went wrong, empty when nothing did. */
export function faultsOf(found: Findings): string[] {
  const { rows, validated, rejected, failed } = found;
  return [
    found.settledOnce === rows ? "" : `${found.settledOnce} of ${rows} were settled exactly once`,
    found.settledTwice === 0 ? "" : `${found.settledTwice} were settled more than once`,
    found.neverSettled === 0 ? "" : `${found.neverSettled} were lost`,
    validated + rejected + failed === rows ? "" : `${validated} + ${rejected} + ${failed} is not ${rows}`,
    found.failedUnworked === 0 ? "" : `${found.failedUnworked} FAILED that nobody was working on`,
    found.stillClaimed === 0 ? "" : `${found.stillClaimed} are still claimed`,
  ].filter((fault) => fault !== "");
}
