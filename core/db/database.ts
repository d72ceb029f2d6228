import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { readAddress } from "./address.ts";
import * as schema from "./schema.ts";

export type Database = {
  /** The tables of `schema.ts`. Times come as Date, `numeric` as number; statements with drizzle's `sql` give raw text. */
  orm: Orm;
  /** As it was named, with its password: for nothing but more connections of this process. */
  url: string;
  /** Waits for what is running, at most 5 s, and closes every connection. */
  close(): Promise<void>;
};

export type Orm = PostgresJsDatabase<typeof schema>;

type DatabaseOptions = {
  url: string;
  /** Connections at most; they open when they are first needed. */
  poolSize: number;
  /** What the server shows beside its connections. */
  applicationName: string;
};

const MAX_RETRY_SEC = 1;

/** A pool of connections; nothing is sent until the first statement. */
export function openDatabase({ url, poolSize, applicationName }: DatabaseOptions): Database {
  const client = openClient(url, applicationName, { max: poolSize });
  return {
    orm: drizzle(client, { schema }),
    url,
    close: () => client.end({ timeout: 5 }),
  };
}

/** A client of postgres.js with the settings that all connections of the project share. */
export function openClient(url: string, applicationName: string, options: postgres.Options<never>): postgres.Sql {
  readAddress(url);
  return postgres(url, {
    connect_timeout: 10,
    fetch_types: false,
    // Seconds: by itself the client waits up to 20, in which a statement is neither sent nor refused.
    backoff: (failures) => Math.min(3 ** failures / 100, MAX_RETRY_SEC),
    ...options,
    onnotice: () => undefined,
    connection: {
      application_name: applicationName.slice(0, 63),
      timezone: "UTC",
      // A process that is stopped inside a transaction must not hold its rows from the others.
      idle_in_transaction_session_timeout: 30_000,
      // The locks of a machine that vanished go with its connection, after a minute instead of two hours.
      tcp_keepalives_idle: 30,
      tcp_keepalives_interval: 10,
      tcp_keepalives_count: 3,
    },
  });
}
