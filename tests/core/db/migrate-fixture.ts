import { migrateDatabase } from "../../../core/db/migrate.ts";

/** Prints whether the database named first had to be migrated. */
console.log(JSON.stringify(await migrateDatabase(process.argv[2] ?? "")));
