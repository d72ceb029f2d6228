import { SixbtcError } from "../errors.ts";

/**
 * The database that `url` names, without its password, as messages may show it. Throws for what is no such address,
 * without repeating it.
 */
export function readAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.hostname === "" || !isDecodable(parsed)) {
    throw new SixbtcError("database.bad-url", "DATABASE_URL is not the address of a PostgreSQL database", {
      hint: "It looks like postgres://user:password@host:5432/name, a % in it as %25; unset it to use the embedded server.",
      exitCode: 3,
    });
  }
  return `${parsed.hostname}:${parsed.port || "5432"}${parsed.pathname}`;
}

/** The client decodes these, and stumbles over a percent sign that begins no character. */
function isDecodable({ username, password, hostname }: URL): boolean {
  try {
    decodeURIComponent(username + password + hostname);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
