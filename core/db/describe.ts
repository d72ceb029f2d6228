import { readAddress } from "./address.ts";
import { openClient } from "./database.ts";
import { type SchemaState, schemaState } from "./migrate.ts";
import { unreachable } from "./unreachable.ts";

export type DatabaseFacts = {
  /** Host, port and name. */
  address: string;
  serverVersion: string;
  schema: SchemaState;
  sizeBytes: number;
  connections: number;
  maxConnections: number;
};

/** Looks at a database without changing it. */
export async function describeDatabase(url: string): Promise<DatabaseFacts> {
  const client = openClient(url, "sixbtc status", { max: 1 });
  try {
    const [facts] = await client<Omit<DatabaseFacts, "address" | "schema">[]>`
      select current_setting('server_version') as "serverVersion",
        pg_database_size(current_database())::float8 as "sizeBytes",
        (select count(*)::int from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid())
          as "connections",
        current_setting('max_connections')::int as "maxConnections"`;
    if (facts === undefined) throw new Error("a select without a table returned no row");
    return { address: readAddress(url), schema: await schemaState(client), ...facts };
  } catch (error) {
    throw unreachable(error, url) ?? error;
  } finally {
    await client.end({ timeout: 1 });
  }
}
