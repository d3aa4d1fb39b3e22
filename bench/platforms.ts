import { percentile, type Timing, table, time } from "./harness.ts";
import { type Bot, discordBot, type Line, slackBot } from "./platforms/bots.ts";

/**
 * What Backlot adds to a message beside a bot that says it back, over the same client library and the same server on
 * loopback. The message is a command that reads a little and writes no film, so that no reader runs: what is measured
 * is hearing, storing, deciding and delivering. Rounds of the two alternate, so that a busy machine slows both.
 */
const ROUNDS = 3;
const MESSAGES_A_ROUND = 150;
const LINES = 200;
const SESSIONS = 1_000;
const PRESSES = 200;
const COMMAND = "/jobs";
const MIB = 2 ** 20;

let turn = 0;

await compare("Discord", discordBot);
await compare("Slack", slackBot);

async function compare(platform: string, open: (kind: "echo" | "backlot") => Promise<Bot>): Promise<void> {
  const [bare, ours] = [await open("echo"), await open("backlot")];
  try {
    const bots = [
      { bot: bare, lines: await bare.lines(LINES) },
      { bot: ours, lines: await ours.lines(LINES) },
    ] as const;
    for (const { lines } of bots) await talk(lines, LINES, 1);
    await roundTrips(platform, bots);
    await acknowledgements(platform, bots);
    await memory(platform, [bare, ours]);
  } finally {
    await ours.close();
    await bare.close();
  }
}

type Talking = readonly [Talker, Talker];
interface Talker {
  readonly bot: Bot;
  readonly lines: readonly Line[];
}

async function roundTrips(platform: string, bots: Talking): Promise<void> {
  for (const parallel of [1, 10]) {
    const rounds: [Timing[], Timing[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [index, { lines }] of bots.entries())
        rounds[index]?.push(await talk(lines, MESSAGES_A_ROUND, parallel));
    const [bare, ours] = rounds.map(middle) as [Timing, Timing];
    table(
      `${platform}: from a message to its answer, ${parallel} at a time, milliseconds`,
      ["", "p50", "p95", "per s"],
      [
        [bots[0].bot.name, bare.p50, bare.p95, bare.perSecond],
        [bots[1].bot.name, ours.p50, ours.p95, ours.perSecond],
        ["ratio", ours.p50 / bare.p50, ours.p95 / bare.p95, ours.perSecond / bare.perSecond],
      ],
    );
  }
}

/** Each message goes to another line, as platforms count how fast a bot posts in one. */
function talk(lines: readonly Line[], total: number, parallel: number): Promise<Timing> {
  return time(total, parallel, async () => {
    turn += 1;
    await lines[turn % lines.length]?.ask(COMMAND);
  });
}

async function acknowledgements(platform: string, bots: Talking): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const { bot, lines } of bots) {
    const [line] = lines;
    await line?.ask(bot.name === "Backlot" ? "/workflow" : "button");
    const presses = await Promise.all(Array.from({ length: PRESSES }, () => line?.press() ?? 0));
    presses.sort((a, b) => a - b);
    rows.push([bot.name, ...[0.5, 0.95, 0.99].map((share) => percentile(presses, share))]);
  }
  table(
    `${platform}: until a press is acknowledged, ${PRESSES} at once, milliseconds`,
    ["", "p50", "p95", "p99"],
    rows,
  );
}

async function memory(platform: string, bots: readonly Bot[]): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const bot of bots) {
    const before = await bot.heap();
    await bot.lines(SESSIONS);
    const after = await bot.heap();
    rows.push([bot.name, before.used / MIB, after.used / MIB, (after.used - before.used) / MIB]);
  }
  table(
    `${platform}: memory for ${SESSIONS} more conversations, MiB`,
    ["", "heap before", "after", "more"],
    rows,
  );
}

/** The middle of the rounds, each number by itself. */
function middle(rounds: readonly Timing[]): Timing {
  const of = (key: keyof Timing) =>
    percentile(
      rounds.map((round) => round[key]).sort((a, b) => a - b),
      0.5,
    );
  return { p50: of("p50"), p95: of("p95"), perSecond: of("perSecond") };
}
