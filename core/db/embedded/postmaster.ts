import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { answersAt } from "../../answers-at.ts";

export type Postmaster = { pid: number; port: number };

/** What `postmaster.pid` says, if it is whole: line 1 is the process, line 4 the port, line 8 the state. */
function readPidFile(data: string): (Postmaster & { state: string }) | null {
  const lines = readIfThere(join(data, "postmaster.pid")).split("\n");
  const [pid, port, state] = [Number(lines[0]), Number(lines[3]), (lines[7] ?? "").trim()];
  return pid > 0 && port > 0 ? { pid, port, state } : null;
}

/** The server of this data folder that is up and accepts connections, else null. */
export async function findReady(data: string): Promise<Postmaster | null> {
  const found = readPidFile(data);
  if (found === null || !found.state.startsWith("ready") || !isServing(found.pid, data, true)) return null;
  return (await answersAt({ host: "127.0.0.1", port: found.port })) ? { pid: found.pid, port: found.port } : null;
}

/** The server process of this data folder in whatever state it is, else null. */
export function findAlive(data: string): Postmaster | null {
  const found = readPidFile(data);
  return found !== null && isServing(found.pid, data, true) ? found : null;
}

/**
 * A killed server leaves its file behind, and sometimes a zombie or another process of the same number, with which
 * PostgreSQL would refuse to start. The file goes only when nothing works in the data folder any more: the children of
 * a killed server may still be writing, and the file is what protects the data from a second server meanwhile.
 */
export function clearStale(data: string): "cleared" | "busy" {
  const processes = existsSync("/proc/self") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  if (processes.some((pid) => isServing(Number(pid), data, false))) return "busy";
  const found = readPidFile(data);
  if (found !== null && processes.includes(String(found.pid))) rmSync(join(data, "postmaster.pid"), { force: true });
  return "cleared";
}

/** False for a zombie: where nobody reaps it, a killed process goes on to exist by name. */
export function isAlive(pid: number): boolean {
  if (existsSync("/proc/self")) {
    const state = procStat(pid)?.state;
    return state !== undefined && state !== "Z" && state !== "X";
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Whether `pid` is PostgreSQL and works in this data folder; `ifHidden` where the system does not tell the folder. */
function isServing(pid: number, data: string, ifHidden: boolean): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync("/proc/self")) return true;
  if (procStat(pid)?.name !== "postgres") return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch (error) {
    if (codeOf(error) === "EACCES") return ifHidden;
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ESRCH") return false;
    throw error;
  }
}

function procStat(pid: number): { name: string; state: string } | undefined {
  const parts = /^\d+ \((.*)\) (\S)/s.exec(readIfThere(`/proc/${pid}/stat`));
  return parts === null ? undefined : { name: parts[1] ?? "", state: parts[2] ?? "" };
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ESRCH") return "";
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
