import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Amendment, InboundEvent } from "../../src/chat/inbound-event.ts";
import { fakeCommand } from "../contract/platform-room.ts";
import { missing, recorded } from "./recorded.ts";
import { type ReplayedSlack, replaySlack } from "./replayed-slack.ts";

type Payload = Record<string, unknown>;

const commands = [fakeCommand({ name: "hello-world", options: z.object({ word: z.string().optional() }) })];

/** What of each recording is Backlot's. Everything that is not named is acknowledged and nothing to it. */
const CHAT_REPLAY: Readonly<Record<string, string>> = {
  "channel--slack mention": "mention",
  "channel-mention--slack mention": "mention",
  "dm--slack-direct directDM": "message",
  "dm--slack-direct followUp": "message",
  "member-joined-channel--slack mention": "mention",
  "modals--slack mention": "mention",
  "slack mention": "mention",
  "slack followUp": "message in a thread",
  "streaming--slack aiMention": "mention",
  "streaming--slack followUp": "message in a thread",
  "streaming--slack aiMentionWithFile": "mention with a file",
  "streaming--slack buttonAction": "choice in a thread",
  "streaming--slack threadFollowUp": "message in a thread",
};

const BOLT_PYTHON: Readonly<Record<string, string>> = {
  "app_bot_only.app_mention_request_body": "mention",
  "events_say_stream.org_app_mention_event_body": "mention",
  "events_shared_channels.valid_event_body": "mention",
  "events_org_apps.event_payload": "message",
  "message.message_body2": "message",
  "message_bot.user_message_event_payload": "message",
  "message_thread_broadcast.event_payload": "message in a thread",
  "message_deleted.event_payload": "delete",
  "authorize.block_actions_body": "choice",
  "error_handler.body": "choice",
  "installation_store_authorize.body": "choice",
  "slash_command.slash_command_body": "command",
};

/** What Slack no longer sends, or sends to apps that asked for it: Bolt has no route for it and answers 404. */
const WITHOUT_ROUTE = ["workflow_step_edit", "dialog_cancellation"];

const steps = recorded("chat-replay").flatMap(({ name, payload }) => {
  const { botUserId, ...all } = payload as Payload;
  return Object.entries(all)
    .filter(([, body]) => typeof body === "object" && body !== null && "type" in body)
    .map(([step, body]) => [`${name} ${step}`, body as Payload, String(botUserId)] as const);
});
const bolt = recorded("bolt-python").map(({ name, payload }) => {
  const body = (payload as { payload: Payload }).payload;
  // Their bot is W111 in mentions, and a person is W111 elsewhere.
  const isMention = (body.event as Payload | undefined)?.type === "app_mention";
  return [name, body, isMention ? "W111" : "U0BACKLOT"] as const;
});
const shapes = recorded("slack-java-json-logs").map(
  ({ name, payload }) => [name, payload as Payload, "U0BACKLOT"] as const,
);

const opened = new Map<string, Promise<ReplayedSlack>>();
const as = (botUserId: string): Promise<ReplayedSlack> => {
  const slack = opened.get(botUserId) ?? replaySlack(botUserId, commands);
  opened.set(botUserId, slack);
  return slack;
};

const hasRoute = (body: Payload): boolean => !WITHOUT_ROUTE.includes(String(body.type));

describe.skipIf(missing)(`payloads through the real Bolt${missing ? ` (skipped: ${missing})` : ""}`, () => {
  beforeAll(async () => {
    await Promise.all([...new Set([...steps, ...bolt].map(([, , bot]) => bot))].map(as));
  });
  afterAll(async () => {
    const all = await Promise.all(opened.values());
    for (const slack of all) await slack.close();
  });

  const replay = async (name: string, body: Payload, bot: string, wanted: string | undefined) => {
    const slack = await as(bot);
    const { status, heard } = await slack.send(body);
    expect(status, name).toBe(200);
    expect(heard.map(kindOf), name).toEqual(wanted === undefined ? [] : [wanted]);
    expect(slack.errors, name).toEqual([]);
  };

  test.each(steps.filter(([, body]) => hasRoute(body)))("%s", (name, body, bot) =>
    replay(name, body, bot, CHAT_REPLAY[name]),
  );
  test.each(bolt.filter(([, body]) => hasRoute(body)))("%s", (name, body, bot) =>
    replay(name, body, bot, BOLT_PYTHON[name]),
  );
  // Their values are scrubbed: nothing in them says where or when.
  test.each(shapes.filter(([, body]) => hasRoute(body)))("%s", (name, body, bot) =>
    replay(name, body, bot, undefined),
  );

  test("what Bolt has no route for is refused and not heard", async () => {
    const slack = await as("U0BACKLOT");
    const all = [...bolt, ...shapes].filter(([, body]) => !hasRoute(body));
    const answers = await Promise.all(all.map(([, body]) => slack.send(body)));
    expect(answers.map(({ status, heard }) => [status, heard])).toEqual(all.map(() => [404, []]));
  });

  test("every file that was recorded is replayed", () => {
    const folders = ["chat-replay", "bolt-python", "slack-java-json-logs"];
    const files = folders.flatMap((folder) => recorded(folder).map(({ name }) => name));
    const replayed = new Set([...steps, ...bolt, ...shapes].map(([name]) => name.split(" ")[0]));
    expect(files.filter((name) => !replayed.has(name))).toEqual([]);
    expect(Object.keys({ ...CHAT_REPLAY, ...BOLT_PYTHON }).length).toBeGreaterThan(20);
  });
});

function kindOf(heard: InboundEvent | Amendment): string {
  if (!("type" in heard)) return heard.text === null ? "delete" : "edit";
  if (heard.type !== "message" && heard.type !== "choice") return heard.type;
  if (heard.type === "message" && "opens" in heard && heard.opens)
    return heard.files?.length ? "mention with a file" : "mention";
  return heard.place.thread === undefined ? heard.type : `${heard.type} in a thread`;
}
