import { loadConfig } from "../core/config/load.ts";
import type { Config } from "../core/config/schema.ts";
import { connect } from "../core/db/connect.ts";
import type { Database } from "../core/db/database.ts";
import { homeFolder } from "../core/paths.ts";

export type Desk = { db: Database; config: Config; home: string };

/** Does `work` with the database of this process, which is closed afterwards whatever happened. */
export async function withDatabase<Result>(command: string, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const config = await loadConfig();
  const home = homeFolder();
  const db = await connect({ home, poolSize: config.database.poolSize, applicationName: `sixbtc ${command}` });
  try {
    return await work({ db, config, home });
  } finally {
    await db.close();
  }
}
