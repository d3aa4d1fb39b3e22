import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The platforms' published schemas, as kept beside the checkout. */
export const PUBLISHED = fileURLToPath(new URL("../../../../shared/specs/", import.meta.url));
const KEPT = new URL("specs/", import.meta.url);

/** What a bot that talks may ask of Discord. */
const DISCORD_ROUTES = /^\/(channels|applications|interactions|webhooks|gateway|guilds|oauth2|users\/@me)\b/;
const SLACK_METHODS =
  /^(api|apps\.(connections|uninstall|manifest)|assistant|auth|bookmarks|bots|chat|conversations|files|functions|oauth|pins|reactions|team|usergroups|users|views)\b/;
const WORDS = new Set(["description", "desc", "title", "example", "examples", "hidden", "org_app"]);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Shape = Record<string, Json>;

/** The kept files by name: what they hold after reading the published ones. Without prose, one entry a line. */
export function buildSpecs(): Record<string, string> {
  return {
    "discord.json": lines(discord(read("discord/openapi.json"))),
    "slack-methods.json": lines({ methods: slackMethods() }),
    "block-kit.json": lines({ definitions: blockKit() }),
  };
}

/** What is kept of them, to be compared. */
export const keptSpec = (name: string): string => readFileSync(new URL(name, KEPT), "utf8");

function discord(all: Shape): Record<string, Shape> {
  const paths: Shape = {};
  for (const [path, item] of Object.entries(all.paths as Record<string, Shape>)) {
    if (!DISCORD_ROUTES.test(path)) continue;
    const { parameters = [], ...operations } = item;
    paths[path] = bare({
      parameters,
      ...Object.fromEntries(Object.entries(operations).map(([verb, one]) => [verb, asked(one as Shape)])),
    });
  }
  const components = (all.components as Shape).schemas as Shape;
  const schemas: Shape = {};
  const wanted = [...named(paths)];
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (name in schemas) continue;
    schemas[name] = bare(components[name] ?? null);
    wanted.push(...named(components[name] ?? null));
  }
  return { paths, schemas };
}

/** What an operation takes: its parameters, and its body as JSON. Files go beside it as `files[n]`. */
function asked({ parameters, requestBody }: Shape): Shape {
  const body = requestBody as { content: Record<string, Shape>; required?: boolean } | undefined;
  const content = body?.content["application/json"] ?? body?.content["multipart/form-data"];
  return {
    ...(parameters ? { parameters } : {}),
    ...(content ? { body: content.schema ?? {}, required: body?.required ?? false } : {}),
  };
}

const named = (shape: Json): string[] =>
  [...JSON.stringify(shape).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = ""]) => name);

function slackMethods(): Shape {
  const folder = `${PUBLISHED}slack/slack-api-ref/docs.slack.dev/methods/`;
  const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
  return Object.fromEntries(
    names
      .filter((name) => SLACK_METHODS.test(name))
      .sort()
      .map((name) => {
        const { args, rate_limits, scope, output, errors } = read(
          `slack/slack-api-ref/docs.slack.dev/methods/${name}.json`,
        );
        const scopes = (scope as { bot?: string[] } | undefined)?.bot ?? [];
        const told = { answer: bare(output ?? {}), errors: Object.keys(errors ?? {}).sort() };
        return [name, { args: bare(args ?? {}), tier: rate_limits ?? null, scopes, ...told }];
      }),
  );
}

function blockKit(): Shape {
  const of = (name: string) => read(`generated/slack-block-kit.${name}.schema.json`).definitions as Shape;
  return bare({ ...of("blocks"), ...of("view") }) as Shape;
}

const read = (path: string): Shape => JSON.parse(readFileSync(PUBLISHED + path, "utf8"));

/** Without prose. A property may be called like a word of prose: it holds a schema, not a string. */
function bare(shape: Json): Json {
  if (Array.isArray(shape)) return shape.map(bare);
  if (shape === null || typeof shape !== "object") return shape;
  const prose = (key: string, value: Json) => WORDS.has(key) && (typeof value !== "object" || value === null);
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([key, value]) => !prose(key, value) && key !== "org_app" && key !== "examples")
      .map(([key, value]) => [key, bare(value)]),
  );
}

function lines(groups: Record<string, Shape>): string {
  const parts = Object.entries(groups).map(([name, entries]) => {
    const inside = Object.entries(entries).map(
      ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
    );
    return `${JSON.stringify(name)}:{\n${inside.join(",\n")}\n}`;
  });
  return `{${parts.join(",\n")}}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (!existsSync(PUBLISHED)) throw new Error(`No published schemas at ${PUBLISHED}`);
  for (const [name, text] of Object.entries(buildSpecs())) writeFileSync(new URL(name, KEPT), text);
}
