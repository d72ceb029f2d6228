import type { RecordedEvent } from "../../core/db/overview.ts";
import type { Status } from "../status/read-status.ts";

/** All that the dashboard shows, as it was at one moment. */
export type Snapshot = {
  status: Status;
  /** Newest first. */
  events: readonly RecordedEvent[];
};
