import { existsSync, readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { PUBLISHED } from "../fakes/judge/build-specs.ts";
import { chooseByType } from "../fakes/judge/choose-by-type.ts";
import { newAjv } from "../fakes/judge/read-spec.ts";
import { tellingErrors, wording } from "../fakes/judge/telling-errors.ts";

type Shape = Readonly<Record<string, unknown>>;
interface Spec {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses?: Readonly<Record<string, Shape>> }>>>
  >;
  readonly components: { readonly schemas: Shape };
}

const absent = existsSync(PUBLISHED) ? "" : " (skipped: no published schemas beside the checkout)";
describe.skipIf(absent)(`the fake Discord answers as Discord's OpenAPI says${absent}`, () => {
  let fake: FakeDiscord;
  let spec: Spec;
  let channel = "";
  let message = "";
  const compiled = new Map<string, ValidateFunction>();
  const ajv = newAjv();

  beforeAll(async () => {
    spec = JSON.parse(readFileSync(`${PUBLISHED}discord/openapi.json`, "utf8"));
    const { schemas } = spec.components;
    ajv.addSchema({ $id: "discord", components: { schemas: chooseByType(schemas, schemas) } });
    fake = await FakeDiscord.start();
    channel = fake.channel("film");
    message = fake.say(channel, fake.person("Ana"), "hello").id;
  });
  afterAll(() => fake.close());

  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${fake.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${fake.world.token}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, told: response.status === 204 ? undefined : await response.json() };
  };

  /** How an answer's schema is broken; nothing when it fits. */
  const wrong = (method: string, template: string, status: number, told: unknown): string[] => {
    const responses = spec.paths[template]?.[method.toLowerCase()]?.responses ?? {};
    const answer = responses[String(status)] as
      | { content?: { "application/json"?: { schema?: Shape } } }
      | undefined;
    const schema = answer?.content?.["application/json"]?.schema;
    if (!answer) return [`${status} is not an answer to ${method} ${template}`];
    if (!schema) return told === undefined ? [] : ["an answer where there is none"];
    const key = `${method} ${template} ${status}`;
    const rooted = JSON.parse(
      JSON.stringify(chooseByType(schema, spec.components.schemas)).replaceAll(
        '"#/components',
        '"discord#/components',
      ),
    );
    const check = compiled.get(key) ?? ajv.compile(rooted);
    compiled.set(key, check);
    if (check(told)) return [];
    return tellingErrors(check.errors ?? []).map((error) => `${error.instancePath}: ${wording(error)}`);
  };

  const components = [{ type: 10, content: "hello" }];
  const MESSAGES = "/channels/{channel_id}/messages";
  const COMMANDS = "/applications/{application_id}/commands";
  const go = { name: "go", description: "x", type: 1, options: [] };
  test.each<[method: string, template: string, body?: unknown]>([
    ["POST", MESSAGES, { content: "hello" }],
    ["POST", MESSAGES, { flags: 1 << 15, components }],
    ["GET", MESSAGES],
    ["GET", `${MESSAGES}/{message_id}`],
    ["POST", "/channels/{channel_id}/typing"],
    ["GET", "/channels/{channel_id}"],
    ["POST", `${MESSAGES}/{message_id}/threads`, { name: "hello" }],
    ["POST", "/channels/{channel_id}/threads", { name: "hello", type: 11 }],
    ["GET", "/channels/{channel_id}/threads/archived/public"],
    ["PUT", COMMANDS, [go]],
    ["GET", COMMANDS],
    ["GET", "/gateway/bot"],
  ])("%s %s", async (method, template, body) => {
    const path = template
      .replace("{channel_id}", channel)
      .replace("{message_id}", message)
      .replace("{application_id}", fake.world.applicationId);
    const { status, told } = await ask(method, path, body);
    expect(wrong(method, template, status, told)).toEqual([]);
  });
});
