import { readFileSync } from "node:fs";
import { Client } from "../test/e2e/client.ts";
import { Program } from "../test/e2e/program.ts";
import { table, time } from "./harness.ts";

/** Start to healthy, cold (an empty data folder) and warm, and memory at rest and after 10,000 messages. */
const RUNS = 5;
const MESSAGES = 10_000;

const cold: number[] = [];
const warm: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const program = await Program.create({ env: { LOG_LEVEL: "silent" } });
  cold.push(await program.start());
  await program.kill("SIGTERM");
  warm.push(await program.start());
  await program.remove();
}
const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
table(
  `Start to healthy, milliseconds, ${RUNS} runs`,
  ["start", "min", "median", "max"],
  [
    ["cold: an empty data folder", Math.min(...cold), middle(cold), Math.max(...cold)],
    ["warm: everything is there", Math.min(...warm), middle(warm), Math.max(...warm)],
  ],
);

const program = await Program.create({ env: { LOG_LEVEL: "silent" } });
await program.start();
const client = new Client(program.url);
const atRest = residentMib();
const sessions = await Promise.all(
  Array.from({ length: 20 }, (_, index) => client.session(`Memory ${index}`)),
);
for (const session of sessions)
  await client.say(session.session_id, "Create a character named Sarah, a 28-year-old journalist");
const talk = (total: number) =>
  time(total, 20, (index, lane) =>
    client.say(sessions[lane]?.session_id ?? "", `Sarah is ${20 + (index % 60)}`),
  );
await talk(MESSAGES / 10);
const early = residentMib();
await talk(MESSAGES - MESSAGES / 10);
table(
  "Memory of the whole program, MiB resident",
  ["when", "MiB"],
  [
    ["at rest, just started", atRest],
    [`after ${MESSAGES / 10} messages`, early],
    [`after ${MESSAGES} messages`, residentMib()],
  ],
);
await program.remove();

function residentMib(): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}
