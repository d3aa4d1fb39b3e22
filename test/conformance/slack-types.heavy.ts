import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { post } from "../fakes/slack/posted-files.ts";

/** Where the types are narrower than what Slack sends, with the reason. */
const NARROW: readonly { readonly is: RegExp; readonly reason: string }[] = [
  {
    is: /Response: TS2322: Type '"\w+"' is not assignable to type '\w*Type \| undefined'/,
    reason: "words that the library keeps as an enumeration of the same words",
  },
  {
    is: /Message\w*Event: TS2353: .*"metadata"/,
    reason: "https://docs.slack.dev/messaging/message-metadata: subscribed apps are told it",
  },
  {
    is: /Message(Changed|Deleted)Event: TS2322: .*AllMessageEvents/,
    reason: "the recorded payloads name channel and time outside of the message alone",
  },
  {
    is: /Action: TS2322: Type 'null' is not assignable to type '\{ id: string; name: string; \} \| undefined'/,
    reason: "the recorded payloads of a workspace outside of any organisation have null",
  },
  { is: /ViewSubmitAction: TS2353: .*"username"/, reason: "the recorded payload has it" },
  {
    is: /ConversationsHistoryResponse: TS2322: Type 'null' is not assignable to type 'number/,
    reason: "https://docs.slack.dev/reference/methods/conversations.history: channel_actions_ts is null",
  },
  {
    is: /ConversationsRepliesResponse: TS2353: .*"(subtype|streaming_state|parent_user_id)"/,
    reason: "types were made before the key, which history's own type has",
  },
  {
    is: /FileShareMessageEvent: TS2353: .*"bot_id"/,
    reason: "https://docs.slack.dev/reference/events/message/bot_message: what an app posts names the app",
  },
  {
    is: /Views\w+Response: TS2322: Type 'null'/,
    reason:
      "https://docs.slack.dev/reference/methods/views.open: its example has null for what was not given",
  },
];

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** What Slack's own library calls what its methods answer, and what it tells. */
const ANSWERS = "@slack/web-api";
const EVENTS = "@slack/types";
const ACTED = "@slack/bolt";

let fake: FakeSlack;
let channel: string;
/** What the fake said: as a type of a package. */
const said: { readonly type: string; readonly from: string; readonly value: object }[] = [];

beforeAll(async () => {
  fake = await FakeSlack.start();
  channel = fake.channel("film");
  fake.line = {
    inTurn: false,
    deliver: async (_kind, payload) => {
      note(payload);
      return { ackMs: 0, payload: undefined };
    },
    close: () => undefined,
  };
  await everythingAnswered(await everythingTold());
}, 60_000);
afterAll(() => fake.close());

test("what the fake Slack answers and tells has the types that Slack's own libraries give it", async () => {
  expect(new Set(said.map(({ type }) => type)).size).toBeGreaterThan(25);
  // Inside the checkout, so that the packages are found.
  const folder = await mkdtemp(join(ROOT, "node_modules", ".slack-types-"));
  try {
    const file = join(folder, "said.ts");
    const lines = said.map(
      ({ type, from, value }, index) =>
        `export const s${index}: import("${from}").${type} = ${JSON.stringify(value).replaceAll(`"<undefined>"`, "undefined")};`,
    );
    await writeFile(file, lines.join("\n"));
    const told = await tsc(file);
    const wrong = told.split("\n").flatMap((line) => {
      const [, at, words] = /said\.ts\((\d+),\d+\): error (.*)/.exec(line) ?? [];
      const one = `${said[Number(at) - 1]?.type}: ${words}`;
      return at === undefined || NARROW.some(({ is }) => is.test(one)) ? [] : [one];
    });
    expect(wrong, told.slice(0, 4_000)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);

const tsc = (file: string): Promise<string> =>
  new Promise((resolve) => {
    const options = "--noEmit --strict --skipLibCheck --ignoreConfig --module nodenext --types node".split(
      " ",
    );
    execFile(join(ROOT, "node_modules/.bin/tsc"), [...options, file], { cwd: ROOT }, (_error, out, err) =>
      resolve(out + err),
    );
  });

/** A message that nobody marked has a subtype that is none, which no JSON holds. */
function note(payload: Record<string, unknown>): void {
  const event = payload.event as { type: string; subtype?: string } | undefined;
  if (event?.type === "app_mention") said.push({ type: "AppMentionEvent", from: EVENTS, value: event });
  else if (event?.type === "message")
    said.push({
      type: MESSAGES[event.subtype ?? ""] ?? "AllMessageEvents",
      from: EVENTS,
      value: event.subtype === undefined ? { ...event, subtype: "<undefined>" } : event,
    });
  else if (payload.type === "block_actions") said.push({ type: "BlockAction", from: ACTED, value: payload });
  else if (payload.type === "view_submission")
    said.push({ type: "ViewSubmitAction", from: ACTED, value: payload });
}

const MESSAGES: Readonly<Record<string, string>> = {
  "": "GenericMessageEvent",
  message_changed: "MessageChangedEvent",
  message_deleted: "MessageDeletedEvent",
  file_share: "FileShareMessageEvent",
};

async function everythingTold(): Promise<string> {
  const ana = fake.person("Ana", "admin");
  const { ts } = await fake.say(channel, ana, `${fake.mention} hello`);
  const answer = await fake.say(channel, ana, "in the thread", ts);
  await fake.edit(channel, answer.ts, "again");
  await fake.erase(channel, answer.ts);
  await post(fake, channel, ana, { text: "look", name: "map.png", bytes: Buffer.from("png"), thread: ts });
  fake.workspace.userGroups.push({ id: "S1", handle: "writers", users: [ana.id] });
  await fake.say(channel, ana, "still here", ts);
  return ts;
}

async function ask(method: string, given: Record<string, unknown>, type: string) {
  const fields = Object.entries(given).map(([key, value]) => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const token = method.startsWith("apps.") ? fake.workspace.appToken : fake.workspace.botToken;
  const response = await fetch(fake.apiUrl + method, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams(Object.fromEntries(fields)),
  });
  const value = (await response.json()) as { ok: boolean; ts?: string; file_id?: string };
  expect(value, method).toMatchObject({ ok: true });
  said.push({ type: `${type}Response`, from: ANSWERS, value });
  return value;
}

async function everythingAnswered(thread_ts: string): Promise<void> {
  const [ana] = [...fake.workspace.people.values()].filter(({ bot }) => !bot);
  const user = ana?.id ?? "";
  const button = { type: "button", action_id: "go", value: "1", text: { type: "plain_text", text: "Go" } };
  const blocks = [
    { type: "section", text: { type: "mrkdwn", text: "x" } },
    { type: "actions", elements: [button] },
  ];
  const metadata = { event_type: "shown", event_payload: { message_id: "m" } };
  await ask("apps.connections.open", {}, "AppsConnectionsOpen");
  await ask("auth.test", {}, "AuthTest");
  await ask("users.info", { user }, "UsersInfo");
  await ask("users.list", { limit: 10 }, "UsersList");
  await ask("usergroups.list", { include_users: true }, "UsergroupsList");
  await ask("conversations.info", { channel }, "ConversationsInfo");
  await ask("users.conversations", { types: "public_channel,im" }, "UsersConversations");
  const { ts = "" } = await ask(
    "chat.postMessage",
    { channel, text: "x", blocks, metadata },
    "ChatPostMessage",
  );
  if (ana) await fake.press(ana, channel, ts, "Go");
  await ask("chat.update", { channel, ts, text: "y", blocks }, "ChatUpdate");
  await ask("chat.postEphemeral", { channel, user, text: "x" }, "ChatPostEphemeral");
  const timestamp = thread_ts;
  await ask("reactions.add", { channel, timestamp, name: "eyes" }, "ReactionsAdd");
  const stream = await ask(
    "chat.startStream",
    { channel, thread_ts, markdown_text: "a", recipient_user_id: user, recipient_team_id: "T0STUDIO" },
    "ChatStartStream",
  );
  const grown = { channel, ts: stream.ts ?? "", markdown_text: "b" };
  await ask("chat.appendStream", grown, "ChatAppendStream");
  await ask("chat.stopStream", { channel, ts: stream.ts ?? "" }, "ChatStopStream");
  const [read, also] = [
    { channel, include_all_metadata: true },
    { channel, ts: thread_ts },
  ];
  await ask("conversations.history", read, "ConversationsHistory");
  await ask("conversations.replies", also, "ConversationsReplies");
  await ask("reactions.remove", { channel, timestamp, name: "eyes" }, "ReactionsRemove");
  await ask("chat.delete", { channel, ts }, "ChatDelete");
  const status = { channel_id: channel, thread_ts, status: "works" };
  await ask("assistant.threads.setStatus", status, "AssistantThreadsSetStatus");
  await uploaded(thread_ts);
  await viewed();
}

async function uploaded(thread_ts: string): Promise<void> {
  const filename = "a.txt";
  const { file_id = "" } = await ask(
    "files.getUploadURLExternal",
    { filename, length: 1 },
    "FilesGetUploadURLExternal",
  );
  await fetch(new URL(`/upload/v1/${file_id}`, fake.apiUrl), { method: "POST", body: "x" });
  const files = [{ id: file_id, title: filename }];
  const shared = { files, channel_id: channel, thread_ts };
  await ask("files.completeUploadExternal", shared, "FilesCompleteUploadExternal");
  await ask("files.info", { file: file_id }, "FilesInfo");
}

async function viewed(): Promise<void> {
  const [ana] = [...fake.workspace.people.values()].filter(({ bot }) => !bot);
  const title = { type: "plain_text", text: "Sarah" };
  const view = { type: "modal", title, blocks: [{ type: "divider" }] };
  const trigger = (from?: string) => {
    const id = fake.workspace.nextId("trigger.");
    fake.workspace.triggers.set(id, performance.now() + 3_000);
    if (from) fake.workspace.triggerViews.set(id, from);
    return id;
  };
  await ask("views.open", { trigger_id: trigger(), view }, "ViewsOpen");
  const opened = fake.workspace.views.at(-1);
  await ask("views.push", { trigger_id: trigger(opened?.id), view }, "ViewsPush");
  await ask("views.update", { view_id: opened?.id ?? "", view }, "ViewsUpdate");
  if (ana && opened) await fake.submit(ana, opened, { name: "Sarah" });
}
