import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { eventually } from "../contract/platform-room.ts";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { PUBLISHED } from "../fakes/judge/build-specs.ts";
import { chooseByType } from "../fakes/judge/choose-by-type.ts";
import { tellingErrors, wording } from "../fakes/judge/telling-errors.ts";

interface Packet {
  readonly op: number;
  readonly t?: string;
  readonly d?: unknown;
}

const ALL_INTENTS = (1 << 26) - 1;
/** The shapes of discord-api-types by the dispatch they are for. */
const SHAPES: Readonly<Record<string, string>> = {
  READY: "JReady",
  MESSAGE_CREATE: "JMessage",
  MESSAGE_UPDATE: "JMessage",
  INTERACTION_CREATE: "JInteraction",
  THREAD_CREATE: "JThreadCreate",
  MESSAGE_REACTION_ADD: "JReactionAdd",
};
const INTERACTIONS: Readonly<Record<number, string>> = {
  2: "APIChatInputApplicationCommandInteraction",
  3: "APIMessageComponentInteraction",
  4: "APIApplicationCommandAutocompleteInteraction",
  5: "APIModalSubmitInteraction",
};
const COMMAND = {
  name: "go",
  description: "x",
  type: 1,
  options: [{ type: 3, name: "word", description: "x", autocomplete: true }],
};

const absent = existsSync(PUBLISHED) ? "" : " (skipped: no published schemas beside the checkout)";
describe.skipIf(absent)(`what the fake Discord tells has the shape that Discord's types say${absent}`, () => {
  let fake: FakeDiscord;
  let socket: WebSocket;
  const heard: Packet[] = [];

  beforeAll(async () => {
    fake = await FakeDiscord.start();
    socket = new WebSocket(fake.apiUrl.replace("http", "ws").replace("/api", "/"));
    socket.on("message", (data) => heard.push(JSON.parse(String(data))));
    await once(socket, "open");
    socket.send(JSON.stringify({ op: 2, d: { token: fake.world.token, intents: ALL_INTENTS } }));
    await eventually(() => expect(heard.some(({ t }) => t === "GUILD_CREATE")).toBe(true));
    await everythingPeopleDo(fake);
    await eventually(() => expect(heard.filter(({ t }) => t === "INTERACTION_CREATE")).toHaveLength(4));
  });
  afterAll(async () => {
    socket.terminate();
    await fake.close();
  });

  test.each(Object.entries(SHAPES))("%s is a %s", (name, shape) => {
    const packets = heard.filter(({ t }) => t === name);
    const wrong = packets.flatMap(({ d }) => {
      const told = d as Record<string, unknown>;
      const check = compile(
        shape,
        name === "INTERACTION_CREATE" ? INTERACTIONS[Number(told.type)] : undefined,
      );
      if (check(withoutExtras(name, told))) return [];
      return tellingErrors(check.errors ?? [])
        .filter((error) => !isBits(error))
        .map((error) => `${error.instancePath}: ${wording(error)}`);
    });
    expect([...new Set(wrong)]).toEqual([]);
    if (name !== "MESSAGE_REACTION_ADD") expect(packets.length).toBeGreaterThan(0);
  });
});

const compiled = new Map<string, ValidateFunction>();

function compile(shape: string, definition = shape): ValidateFunction {
  const known = compiled.get(definition);
  if (known) return known;
  const schema = JSON.parse(readFileSync(`${PUBLISHED}generated/discord.${shape}.schema.json`, "utf8"));
  const definitions = chooseByType(schema.definitions, schema.definitions);
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, logger: false });
  const made = ajv.compile({ $ref: `#/definitions/${definition}`, definitions });
  compiled.set(definition, made);
  return made;
}

/** A sum of flags is none of them, which is all that the generated shape knows. */
const isBits = ({ keyword, instancePath }: ErrorObject) => keyword === "enum" && /flags$/.test(instancePath);

/** What a dispatch says beside the message: https://docs.discord.com/developers/events/gateway-events#message-create */
function withoutExtras(name: string, told: Record<string, unknown>): Record<string, unknown> {
  if (!name.startsWith("MESSAGE_")) return told;
  const { guild_id: _, member: __, ...message } = told;
  return message;
}

async function everythingPeopleDo(fake: FakeDiscord): Promise<void> {
  const channel = fake.channel("film");
  const ana = fake.person("Ana", 8n);
  const ask = (method: string, path: string, body: object) =>
    fetch(`${fake.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${fake.world.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    }).then((response) => response.json() as Promise<{ id: string }>);
  const said = fake.say(channel, ana, `${fake.mention} hello`);
  fake.say(channel, ana, "an answer", { replyTo: said.id });
  fake.edit(said, ana, "hello again");
  fake.say(fake.direct(), ana, "in private");
  fake.thread(channel, ana, "of no message");
  await ask("POST", `/channels/${channel}/messages/${said.id}/threads`, { name: "hello" });
  await ask("PUT", `/applications/${fake.world.applicationId}/commands`, [COMMAND] as never);
  const buttons = [{ type: 1, components: [{ type: 2, style: 1, label: "Go", custom_id: "go" }] }];
  const posted = await ask("POST", `/channels/${channel}/messages`, { flags: 1 << 15, components: buttons });
  const late = (work: Promise<unknown>) => void work.catch(() => undefined);
  late(fake.press(ana, channel, posted.id, "Go"));
  late(fake.slash(ana, channel, "go", { word: "x" }));
  late(fake.typing(ana, channel, "go", "word", "x"));
  const opened = { response: { type: 9, data: { custom_id: "form" } } };
  late(fake.submit(ana, channel, opened as never, { name: "Sarah" }));
}
