import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom } from "../../src/lib/random.ts";
import { Premises } from "../rooms/premises.ts";
import { soon } from "../rooms/room.ts";
import { type Heap, PROBED, probeHeap } from "../support/probe-heap.ts";
import { nameMaker, Traffic } from "./soak/traffic.ts";
import { Trouble } from "./soak/trouble.ts";

/** For a soak as long as one likes: `SOAK_MINUTES=30 npm run test:heavy test/e2e/soak.heavy.ts`. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 1.5);
const SEED = Number(process.env.SOAK_SEED ?? Date.now() % 100_000);
const TALKS = 4;
/** Slack takes an answer a second in one channel; what was held up meanwhile needs room to catch up. */
const PACE_MS = 2_000;
const TROUBLE_EVERY_MS = 2_500;
const KILLS = 2;
/** How far everything was heard is kept this often; before the first time there is nothing to go back to. */
const MARKED_MS = 6_000;
/** How much longer until what is under way is answered: the longer it went on, the more a slow machine may owe. */
const CALM_MS = 120_000 + MINUTES * 6_000;
/** Memory is looked at so often between its first and its last time. */
const LOOKS = 8;

const LOG_CHARS = 4_000;

let premises: Premises;
beforeAll(async () => {
  premises = await Premises.open(PROBED);
});
afterAll(() => premises?.close());

test(`${MINUTES} minutes of talk with faults: answered once, within all limits, in the same memory (seed ${SEED})`, {
  timeout: MINUTES * 60_000 + CALM_MS + 60_000,
}, async () => {
  const random = createRandom(SEED);
  const name = nameMaker();
  const { discord, slack } = premises.rooms;
  const talks = await Promise.all(
    [discord, slack].flatMap((room) =>
      Array.from({ length: TALKS }, async () => new Traffic(room.name, await room.begin(), random, name)),
    ),
  );
  const trouble = new Trouble(premises, random);
  const began = Date.now();
  const share = () => (Date.now() - began) / (MINUTES * 60_000);
  const speaking = talks.map(async (talk) => {
    while (share() < 1) {
      talk.speak();
      await sleep(PACE_MS * (0.5 + random.next()));
    }
  });
  // All deaths come first, as memory is compared within one life.
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await sleep(MARKED_MS + (MINUTES * 60_000 * 0.1) / KILLS);
    await trouble.kill();
  }
  let end = "";
  void premises.program.ended().then((code) => {
    end = `the program ended with ${code}: ${premises.program.output.slice(-LOG_CHARS)}`;
  });
  while (share() < 0.2) await sleep(100);
  const looks = [await look()];
  const [early] = looks as [Heap];
  while (share() < 1) {
    expect(end, `after ${Math.round(share() * 100)} % with ${trouble.story}`).toBe("");
    trouble.make();
    await sleep(TROUBLE_EVERY_MS);
    if (share() > 0.2 + (0.8 * looks.length) / LOOKS) looks.push(await look());
  }
  await Promise.all(speaking);
  await soon(async () => {
    const wrong = await Promise.all(talks.map((talk) => talk.wrong()));
    expect(wrong.flat(), `${trouble.story} ${premises.program.output.slice(-LOG_CHARS)}`).toEqual([]);
  }, CALM_MS);
  const late = await look();
  const said = talks.reduce((sum, { count }) => sum + count, 0);
  const memory = [...looks, late].map(({ used, rss }) => `${mib(used)}/${mib(rss)}`).join(" → ");
  console.log(`${said} messages; heap/RSS in MiB: ${memory}; ${trouble.story}`);
  expect(trouble.violations).toEqual([]);
  expect(late.used / early.used).toBeLessThan(1.3);
  expect(premises.program.output).not.toMatch(/could not be delivered/);
});

const look = () => probeHeap(premises.program.pid ?? 0, () => premises.program.output);

const mib = (bytes: number) => Math.round(bytes / 2 ** 20);
