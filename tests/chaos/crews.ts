import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";
import type { StageEntry } from "../../stages/stage.ts";
import { ownPm2 } from "../support/pm2.ts";

export type Ending = { name: string; stopMs: number; tookMs: number; exitCode: number | null };

/** Stages that watch side by side, each a process of its own. */
export type Crew = {
  pids: Record<string, number>;
  /** Asks all to stop at once, and waits for their ends. */
  stop(): Promise<Ending[]>;
};

export type CrewPlan = { entries: readonly StageEntry[]; home: string; env: Record<string, string> };

export function startAlone({ entries, env }: CrewPlan): Crew {
  const crew = entries.map((entry) => {
    const command = [process.execPath, "--no-env-file", join(PROJECT_ROOT, "cli", "main.ts"), entry.name, "--watch"];
    const child = Bun.spawn(command, {
      env: { PATH: process.env["PATH"] ?? "", ...env },
      stdin: "ignore",
      stdout: "ignore",
      stderr: "ignore",
    });
    return { entry, child };
  });
  return {
    pids: Object.fromEntries(crew.map(({ entry, child }) => [entry.name, child.pid])),
    async stop() {
      const toldMs = performance.now();
      for (const { child } of crew) child.kill("SIGTERM");
      return Promise.all(
        crew.map(async ({ entry: { name, stopMs }, child }) => {
          const exitCode = await child.exited;
          return { name, stopMs, tookMs: performance.now() - toldMs, exitCode };
        }),
      );
    },
  };
}

/** As `npx pm2 start ecosystem.config.js` runs them, and `npx pm2 stop` stops their namespace. */
export async function startUnderPm2({ entries, home, env }: CrewPlan): Promise<Crew> {
  const folder = join(home, "pm2");
  mkdirSync(folder);
  const pm2 = ownPm2(folder, PROJECT_ROOT, env);
  await pm2.call("start", "ecosystem.config.js");
  const apps = await pm2.list();
  return {
    pids: Object.fromEntries(apps.map(({ name, pid }) => [name.replace("sixbtc-", ""), pid])),
    async stop() {
      const toldMs = performance.now();
      for (const namespace of new Set(entries.map((entry) => entry.namespace))) await pm2.call("stop", namespace);
      const tookMs = performance.now() - toldMs;
      const ended = await pm2.list();
      await pm2.end();
      return entries.map(({ name, stopMs }) => {
        const app = ended.find((one) => one.name === `sixbtc-${name}`);
        return { name, stopMs, tookMs, exitCode: app?.status === "stopped" ? app.exitCode : null };
      });
    },
  };
}
