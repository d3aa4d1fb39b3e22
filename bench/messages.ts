import { setTimeout as sleep } from "node:timers/promises";
import { Client, type SessionInfo } from "../test/e2e/client.ts";
import { Program } from "../test/e2e/program.ts";
import { echoServer } from "./echo-server.ts";
import { percentile, table, time } from "./harness.ts";

/**
 * Message round trips over HTTP on the real program, beside the same web server answering an empty echo in a process of
 * its own. Every message states something, so every one is read, written to the bible and answered with a receipt.
 */
const LOADS = [
  { sessions: 1, messages: 200 },
  { sessions: 20, messages: 1_000 },
  { sessions: 200, messages: 2_000 },
] as const;

const program = await Program.create({ env: { LOG_LEVEL: "silent" } });
await program.start();
const echo = await echoServer();
const client = new Client(program.url);
try {
  await warmUp();
  await loads();
  await paced();
  await growth();
  await reading();
} finally {
  echo.stop();
  await program.remove();
}

/** The first thousands of messages compile what the later ones use. */
async function warmUp(): Promise<void> {
  const { session_id } = await client.session("Warm-up");
  await client.say(session_id, "Create a character named Sarah, a 28-year-old journalist");
  await time(2_000, 8, (index) => client.say(session_id, `Sarah is ${20 + (index % 60)}`));
}

async function loads(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const { sessions, messages } of LOADS) {
    const open = await Promise.all(
      Array.from({ length: sessions }, (_, index) => client.session(`Load ${sessions}-${index}`)),
    );
    await time(sessions, Math.min(sessions, 20), (index) =>
      client.say(open[index]?.session_id ?? "", "Create a character named Sarah, a 28-year-old journalist"),
    );
    const real = await time(messages, sessions, (index, lane) =>
      client.say(open[lane]?.session_id ?? "", `Sarah is ${20 + (index % 60)}`),
    );
    const bare = await time(messages, sessions, () => post(`${echo.url}/echo`, { message: "Sarah is 29" }));
    rows.push([
      `${sessions} sessions`,
      real.p50,
      real.p95,
      real.perSecond,
      bare.p50,
      bare.p95,
      bare.perSecond,
      real.p95 / bare.p95,
    ]);
  }
  table(
    "Round trip of one message, milliseconds",
    ["load", "p50", "p95", "per s", "echo p50", "echo p95", "echo per s", "p95 ratio"],
    rows,
  );
}

/** People type: 20 sessions that say one thing a second each, as a busy team would, instead of all that the machine takes. */
async function paced(): Promise<void> {
  const open = await Promise.all(Array.from({ length: 20 }, (_, index) => client.session(`Paced ${index}`)));
  for (const session of open)
    await client.say(session.session_id, "Create a character named Sarah, a 28-year-old journalist");
  const times: number[] = [];
  await Promise.all(
    open.map(async ({ session_id }, lane) => {
      await sleep(lane * 50);
      for (let second = 0; second < 15; second += 1) {
        const began = performance.now();
        await client.say(session_id, `Sarah is ${20 + second}`);
        times.push(performance.now() - began);
        await sleep(Math.max(0, 1_000 - (performance.now() - began)));
      }
    }),
  );
  times.sort((a, b) => a - b);
  table(
    "Round trip when 20 sessions say one thing a second each, milliseconds",
    ["", "p50", "p95"],
    [["20 messages a second", percentile(times, 0.5), percentile(times, 0.95)]],
  );
}

/** The same message when the session is long and when the bible is large. */
async function growth(): Promise<void> {
  const rows: (string | number)[][] = [];
  const short = await sessionWith(10, 0);
  const long = await sessionWith(10_000, 0);
  const small = await sessionWith(0, 10);
  const large = await sessionWith(0, 1_000);
  const measure = (session: SessionInfo) =>
    time(300, 1, (index) => client.say(session.session_id, `Sarah is ${20 + (index % 60)}`));
  for (const [name, base, grown] of [
    ["10 → 10,000 messages", short, long],
    ["10 → 1,000 characters", small, large],
  ] as const) {
    const before = await measure(base);
    const after = await measure(grown);
    rows.push([name, before.p50, after.p50, after.p50 / before.p50, before.p95, after.p95]);
  }
  table(
    "Does the cost of a message grow? milliseconds",
    ["what grows", "p50 small", "p50 large", "ratio", "p95 small", "p95 large"],
    rows,
  );
  await history(long);
}

async function history(long: SessionInfo): Promise<void> {
  const first = await time(50, 1, () =>
    client.call("GET", `/api/v1/chat/session/${long.session_id}?limit=100`),
  );
  table(
    "Loading 100 messages of a 10,000-message session, milliseconds",
    ["", "p50", "p95"],
    [["newest page", first.p50, first.p95]],
  );
}

async function reading(): Promise<void> {
  const { pid } = program;
  if (!pid) return;
  const { readFileSync } = await import("node:fs");
  const mib = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  table("Memory of the program after all of the above", ["", "MiB"], [["resident", mib]]);
}

async function sessionWith(messages: number, characters: number): Promise<SessionInfo> {
  const session = await client.session(`Growth ${messages}-${characters}`, "free");
  await client.say(session.session_id, "Create a character named Sarah, a 28-year-old journalist");
  if (characters > 0) {
    const turn = await client.say(session.session_id, `/bulk characters ${characters} confirmed=any`);
    await client.ended(turn.operation?.id ?? "", 120_000);
  }
  // A turn is two messages: what is said and what is answered.
  await time(messages / 2, 1, (index) => client.say(session.session_id, `Sarah is ${20 + (index % 60)}`));
  return session;
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await response.json();
}
