import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** `startedAt` differs between two processes that had the same pid; undefined where the system does not tell. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string | undefined;
}

/** Undefined when no such process is alive. A zombie is not: it holds nothing any more. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  if (process.platform === "linux") return findOnLinux(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  return { pid, startedAt: process.platform === "win32" ? undefined : startOf(pid) };
}

/** proc(5): the state is the first field after the parenthesised name, the start in clock ticks since boot the twentieth. */
function findOnLinux(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return { pid, startedAt: `${boot}/${fields[19] ?? ""}` };
  } catch {
    return undefined;
  }
}

function startOf(pid: number): string | undefined {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}
