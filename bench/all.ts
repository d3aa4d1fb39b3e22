import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Every measurement, one after the other, each in a process of its own. */
for (const name of [
  "start",
  "messages",
  "platforms",
  "bulk",
  "bulk-memory",
  "bulk-cancel",
  "queue",
  "fairness",
  "stores",
  "import",
  "reading",
  "workflow",
  "eval",
]) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, `${name}.ts`)], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
