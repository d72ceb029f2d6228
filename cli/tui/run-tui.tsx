import { render } from "ink";
import { Dashboard } from "./dashboard.tsx";
import type { Feed } from "./feed.ts";

/** Shows the dashboard until a key or `signal` ends it; the terminal is then as it was. */
export async function runTui(feed: Feed, signal: AbortSignal): Promise<void> {
  const app = render(<Dashboard feed={feed} signal={signal} />, {
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 15,
    // A terminal is a terminal, whatever the environment says about CI.
    interactive: true,
  });
  await app.waitUntilExit();
}
