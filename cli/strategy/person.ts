import { hostname } from "node:os";
import type { Actor } from "../../core/db/records.ts";

/** Who acts, in events, when a person types a command. */
export function person(): Actor {
  return { stage: "user", process: `user@${hostname()}:${process.pid}` };
}
