import { type Database, openDatabase } from "./database.ts";
import { ensureServer } from "./embedded/server.ts";
import { migrateDatabase } from "./migrate.ts";

type ConnectOptions = {
  /** Where the embedded server lives if DATABASE_URL does not name another. */
  home: string;
  /** A database that the caller names itself, rather than the surroundings. */
  url?: string;
  poolSize: number;
  applicationName: string;
};

/** The database that DATABASE_URL names, or null: the embedded server's. Empty means unset, as in .env.example. */
export function namedDatabase(): string | null {
  return process.env["DATABASE_URL"] || null;
}

/** The address of the database that this process uses; the embedded server is started if it has to be. */
export async function databaseUrl(home: string): Promise<string> {
  return namedDatabase() ?? (await ensureServer(home));
}

/** The one way to the database: started if it is ours, its schema up to date, ready for statements. */
export async function connect({ home, poolSize, applicationName, ...named }: ConnectOptions): Promise<Database> {
  const url = named.url ?? (await databaseUrl(home));
  await migrateDatabase(url);
  return openDatabase({ url, poolSize, applicationName });
}
