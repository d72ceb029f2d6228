import { SixbtcError } from "../errors.ts";

/**
 * The database that `url` names, without its password, as messages may show it. Throws for what is no such address,
 * without repeating it.
 */
export function readAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.hostname === "") {
    throw new SixbtcError("database.bad-url", "DATABASE_URL is not the address of a PostgreSQL database", {
      hint: "It looks like postgres://user:password@host:5432/name; unset it to use the embedded server.",
      exitCode: 3,
    });
  }
  return `${parsed.hostname}:${parsed.port || "5432"}${parsed.pathname}`;
}
