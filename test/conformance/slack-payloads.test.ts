import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { missing, recorded } from "../replay/recorded.ts";

type Shape = Readonly<Record<string, unknown>>;

const shapes = new Map(recorded("slack-java-json-logs").map(({ name, payload }) => [name, payload as Shape]));

/** The recorded view had none: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
const LEFT_OUT = "/view/blocks";

/** What people do, and the recorded payload that has every key it may have. */
const KINDS: readonly (readonly [shape: string, is: (body: Shape) => boolean])[] = [
  ["MessagePayload", (body) => event(body).type === "message" && event(body).subtype === undefined],
  ["AppMentionPayload", (body) => event(body).type === "app_mention"],
  ["MessageChangedPayload", (body) => event(body).subtype === "message_changed"],
  ["MessageDeletedPayload", (body) => event(body).subtype === "message_deleted"],
  ["BlockActionPayload", (body) => body.type === "block_actions"],
  ["ViewSubmissionPayload", (body) => body.type === "view_submission"],
  ["SlashCommandPayload", (body) => body.command !== undefined],
];

const reason = missing ? ` (skipped: ${missing})` : "";
describe.skipIf(missing)(`what the fake Slack tells has no key that Slack's own has not${reason}`, () => {
  let fake: FakeSlack;
  const heard: Shape[] = [];
  const server = createServer(async (request, response) => {
    const raw = String(await buffer(request));
    heard.push(raw.startsWith("{") ? JSON.parse(raw) : fromForm(new URLSearchParams(raw)));
    response.end();
  });

  beforeAll(async () => {
    fake = await FakeSlack.start();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    fake.overHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    await everythingPeopleDo(fake);
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await fake.close();
  });

  test.each(KINDS)("%s", (name, is) => {
    const told = heard.filter(is);
    expect(told.length).toBeGreaterThan(0);
    const unknown = told
      .flatMap((body) => keysBeyond(body, shapes.get(name) ?? {}))
      .filter((key) => key !== LEFT_OUT);
    expect([...new Set(unknown)]).toEqual([]);
  });
});

const event = (body: Shape): Shape => (body.event ?? {}) as Shape;

const fromForm = (form: URLSearchParams): Shape =>
  form.has("payload") ? JSON.parse(form.get("payload") ?? "") : Object.fromEntries(form);

/** Paths of keys in a value that its shape has not. What a shape leaves empty may hold anything. */
function keysBeyond(value: unknown, shape: unknown, at = ""): string[] {
  if (Array.isArray(value)) {
    const [first] = Array.isArray(shape) ? shape : [];
    return first === undefined ? [] : value.flatMap((one) => keysBeyond(one, first, at));
  }
  const isObject = (one: unknown): one is Shape =>
    typeof one === "object" && one !== null && !Array.isArray(one);
  if (!isObject(value) || !isObject(shape) || Object.keys(shape).length === 0) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key in shape ? keysBeyond(one, shape[key], `${at}/${key}`) : [`${at}/${key}`],
  );
}

async function everythingPeopleDo(fake: FakeSlack): Promise<void> {
  const { workspace } = fake;
  const channel = fake.channel("film");
  const ana = fake.person("Ana");
  workspace.commands = ["/help"];
  const said = await fake.say(channel, ana, `${fake.mention} hello`);
  const answer = await fake.say(channel, ana, "in the thread", said.ts);
  await fake.edit(channel, answer.ts, "again");
  await fake.erase(channel, answer.ts);
  const button = { type: "button", action_id: "go", value: "1", text: { type: "plain_text", text: "Go" } };
  const post = {
    ts: workspace.nextTs(),
    user: workspace.bot.id,
    text: "x",
    blocks: [{ type: "actions", elements: [button] }],
  };
  workspace.channels.get(channel)?.posts.push(post);
  await fake.press(ana, channel, post.ts, "Go");
  await fake.command(ana, channel, "/help", "me");
  const title = { type: "plain_text", text: "Sarah" };
  const view = {
    id: "V1",
    callback_id: "c",
    private_metadata: "",
    title,
    blocks: [],
    trigger_id: "",
    hash: "h",
  };
  await fake.submit(ana, view, { name: "Sarah" });
}
