import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { callsAMinute, TIERS } from "../../../../src/adapters/slack/rates.ts";
import { tierOf } from "../../../fakes/judge/slack-judge.ts";

const ADAPTER = new URL("../../../../src/adapters/slack/", import.meta.url);
/** Somebody waits for them within seconds. */
const AT_ONCE = ["chat.postEphemeral", "views.open"];
/** Slack gives them a limit of their own. */
const SPECIAL = 5;

test("every method that is held back has the tier that Slack's own reference gives it", () => {
  const published = Object.keys(TIERS).map((method) => [method, tierOf(method)]);
  expect(Object.entries(TIERS)).toEqual(published);
  expect(["chat.stopStream", "chat.update", "users.info"].map(callsAMinute)).toEqual([20, 50, 100]);
});

test("every method that is called is held back, or there is a reason why not", () => {
  const source = readdirSync(ADAPTER)
    .map((name) => readFileSync(new URL(name, ADAPTER), "utf8"))
    .join("\n");
  const called = [...source.matchAll(/\bweb(?:\s*\.\w+)+(?=\s*\()/g)].map(([call]) =>
    call.replace(/\s/g, "").replace(/^web\./, ""),
  );
  expect(called).toEqual(expect.arrayContaining(["chat.postMessage", "assistant.threads.setStatus"]));
  const free = called.filter((method) => {
    const tier = tierOf(method);
    return tier !== undefined && tier !== SPECIAL && callsAMinute(method) === undefined;
  });
  expect([...new Set(free)].toSorted()).toEqual(AT_ONCE);
});
