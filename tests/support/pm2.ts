import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../../core/db/embedded/postmaster.ts";
import { PROJECT_ROOT } from "../../core/paths.ts";

type Pm2App = { name: string; namespace: string; pid: number; status: string; exitCode: number | null };

export type Pm2 = {
  /** Runs `pm2` with these words, in the clone. */
  call(...words: string[]): Promise<string>;
  list(): Promise<Pm2App[]>;
  /** Ends the daemon and all that it started, by their pids, whatever state they are in. */
  end(): Promise<void>;
};

/** A pm2 of its own, its daemon in `home`, started by the first call. */
export function ownPm2(home: string, clone: string, env: Record<string, string>): Pm2 {
  const seen = new Set<number>();

  async function call(...words: string[]): Promise<string> {
    const child = Bun.spawn([join(PROJECT_ROOT, "node_modules", ".bin", "pm2"), ...words], {
      cwd: clone,
      env: { PATH: process.env["PATH"] ?? "", HOME: home, PM2_HOME: home, ...env },
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
    });
    const [code, stdout, stderr] = await Promise.all([child.exited, child.stdout.text(), child.stderr.text()]);
    if (code !== 0) throw new Error(`pm2 ${words.join(" ")} ended with ${code}: ${stdout}${stderr}`);
    return stdout;
  }

  async function list(): Promise<Pm2App[]> {
    const json = (await call("jlist", "--silent")).trim().split("\n").at(-1) ?? "[]";
    const apps: { name: string; pid: number; pm2_env: { namespace: string; status: string; exit_code?: number } }[] =
      JSON.parse(json);
    for (const { pid } of apps) if (pid > 0) seen.add(pid);
    return apps.map(({ name, pid, pm2_env }) => {
      const { namespace, status, exit_code } = pm2_env;
      return { name, namespace, pid, status, exitCode: exit_code ?? null };
    });
  }

  return {
    call,
    list,
    async end() {
      const pidFile = join(home, "pm2.pid");
      if (existsSync(pidFile)) seen.add(Number(readFileSync(pidFile, "utf8")));
      try {
        await list();
        await call("kill");
      } finally {
        for (const pid of seen) if (isAlive(pid)) process.kill(pid, "SIGKILL");
      }
    },
  };
}
