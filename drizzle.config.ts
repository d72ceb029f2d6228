import { defineConfig } from "drizzle-kit";

/** `bunx drizzle-kit generate --name WHAT` writes the migration for a change of the schema. */
export default defineConfig({ dialect: "postgresql", schema: "./core/db/schema.ts", out: "./drizzle" });
