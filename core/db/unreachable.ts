import { SixbtcError } from "../errors.ts";
import { readAddress } from "./address.ts";

/** Codes of Node, postgres.js and PostgreSQL that mean: no working connection to this database. */
const REASONS: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "its host is not known",
  EAI_AGAIN: "its host cannot be looked up",
  EHOSTUNREACH: "its host cannot be reached",
  ENETUNREACH: "its network cannot be reached",
  ETIMEDOUT: "it does not answer",
  ECONNRESET: "it broke the connection off",
  CONNECT_TIMEOUT: "it does not answer",
  CONNECTION_CLOSED: "it closed the connection",
  CONNECTION_DESTROYED: "the connection was closed",
  "28P01": "it refuses the password",
  "28000": "it refuses this user",
  "3D000": "it has no such database",
  "53300": "it has no connection to spare",
  "57P01": "it was stopped",
  "57P03": "it is starting or stopping",
};

/** The error to show when `error`, or what caused it, says that the database of `url` is not there; else null. */
export function unreachable(error: unknown, url: string): SixbtcError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const reason = "code" in cause ? REASONS[String(cause.code)] : undefined;
    if (reason === undefined) continue;
    const isNamed = url === process.env["DATABASE_URL"];
    return new SixbtcError("database.unreachable", `PostgreSQL at ${readAddress(url)} is not ready: ${reason}`, {
      hint: isNamed
        ? "DATABASE_URL names it, in the environment or in .env: start it, correct the address, or unset it to use the embedded server."
        : "`sixbtc db status` shows how the embedded server is; DATABASE_URL names another database.",
      cause,
      exitCode: 3,
    });
  }
  return null;
}
