import { ButtonStyle, ComponentType, MessageFlags } from "discord-api-types/v10";
import { type Found, type HandRule, twice, typed } from "./hand-rule.ts";

const DOCS = "https://docs.discord.com/developers";
/** Requests that carry components: messages, answers to interactions, follow-ups. */
const SHOWN = /\/messages|\/webhooks|\/callback/;
const COMMANDS = /^(PUT|POST|PATCH) \/applications\/.*\/commands/;

export const DISCORD_HAND_RULES: readonly HandRule[] = [
  {
    name: "embeds hold 6,000 characters together",
    source: `${DOCS}/resources/message#embed-object-embed-limits`,
    on: SHOWN,
    broken: (body) => {
      const { embeds } = shown(body);
      const words = Array.isArray(embeds) ? embeds.reduce((sum, embed) => sum + lengthOf(embed), 0) : 0;
      return words > 6_000 ? [["/embeds", `at most 6000 characters together, these are ${words}`]] : [];
    },
  },
  {
    name: "a message has 40 components, what is nested and what stands beside a section counted",
    source: `${DOCS}/components/reference#component-object`,
    on: SHOWN,
    broken: (body) => {
      const count = components(body).length;
      return count > 40 ? [["/components", `at most 40 components, these are ${count}`]] : [];
    },
  },
  {
    name: "custom_id and id are unique in a message or modal",
    source: `${DOCS}/components/reference#anatomy-of-a-component`,
    on: SHOWN,
    broken: (body) =>
      ["custom_id", "id"].flatMap((field) =>
        twice(components(body), field).map(
          ([at, one]) => [at, `${field} ${one[field]} stands twice`] as const,
        ),
      ),
  },
  {
    name: "a button has a custom_id, a link has its address and none",
    source: `${DOCS}/components/reference#button-button-structure`,
    on: SHOWN,
    broken: (body) =>
      components(body)
        .filter(([, one]) => one.type === ComponentType.Button && !fitsItsStyle(one))
        .map(([at]) => [at, "custom_id for a button that answers, url for a link, sku_id for a sale"]),
  },
  {
    name: "a menu asks for no more than it has",
    source: `${DOCS}/components/reference#string-select-string-select-structure`,
    on: SHOWN,
    broken: (body) =>
      components(body).flatMap(([at, { options, min_values = 1, max_values = 1 }]) => {
        if (!Array.isArray(options)) return [];
        const fits = Number(min_values) <= Number(max_values) && Number(max_values) <= options.length;
        return fits ? [] : [[at, "min_values ≤ max_values ≤ number of options"] as const];
      }),
  },
  {
    name: "text displays hold 4,000 characters together",
    source: `${DOCS}/components/reference#text-display`,
    on: SHOWN,
    broken: (body) => {
      const words = components(body).reduce((sum, [, one]) => sum + String(one.content ?? "").length, 0);
      return words > 4_000 ? [["/components", `at most 4000 characters together, these are ${words}`]] : [];
    },
  },
  {
    name: "content, embeds, stickers and polls do not go with components of version 2",
    source: `${DOCS}/components/using-message-components#using-message-components-with-components-v2`,
    on: SHOWN,
    broken: (body) => {
      const message = shown(body);
      if ((Number(message.flags ?? 0) & MessageFlags.IsComponentsV2) === 0) return [];
      return ["content", "embeds", "sticker_ids", "poll"]
        .filter((field) => lengthOf(message[field]) > 0)
        .map((field) => [`/${field}`, "cannot go with IS_COMPONENTS_V2"]);
    },
  },
  {
    name: "a command's required options come first",
    source: `${DOCS}/interactions/application-commands#application-command-object-application-command-option-structure`,
    on: COMMANDS,
    broken: (body) =>
      lists(body).flatMap(([at, options]) =>
        options.flatMap((option, index) =>
          option.required && options[index - 1] && !options[index - 1]?.required
            ? [[`${at}/${index}`, "required options come before the others"] as const]
            : [],
        ),
      ),
  },
  {
    name: "options of a command have different names, choices of their own or autocomplete",
    source: `${DOCS}/interactions/application-commands#application-command-object-application-command-option-structure`,
    on: COMMANDS,
    broken: (body) =>
      lists(body).flatMap(([at, options]) => [
        ...twice(
          options.map((one, index) => [`${at}/${index}`, one]),
          "name",
        ).map(([where, { name }]) => [where, `two options are called ${name}`] as const),
        ...options.flatMap(({ autocomplete, choices }, index) =>
          autocomplete && Array.isArray(choices) && choices.length > 0
            ? [[`${at}/${index}`, "autocomplete and choices exclude one another"] as const]
            : [],
        ),
      ]),
  },
  {
    name: "a command holds 8,000 characters of names, descriptions and values",
    source: `${DOCS}/interactions/application-commands#slash-commands`,
    on: COMMANDS,
    broken: (body) =>
      commands(body).flatMap((command, index) => {
        const words = lengthOf(command);
        return words > 8_000 ? [[`/${index}`, `at most 8000 characters, these are ${words}`] as const] : [];
      }),
  },
];

/** The message of an answer to an interaction stands in its `data`. */
const shown = (body: Readonly<Record<string, unknown>>) =>
  (body.data ?? body) as Readonly<Record<string, unknown>>;

const components = (body: Readonly<Record<string, unknown>>): Found[] =>
  typed(shown(body).components, "/components").filter(([, { type }]) => typeof type === "number");

function fitsItsStyle({ style, custom_id, url, sku_id }: Found[1]): boolean {
  if (style === ButtonStyle.Link) return Boolean(url) && custom_id === undefined;
  if (style === ButtonStyle.Premium) return Boolean(sku_id) && custom_id === undefined;
  return Boolean(custom_id) && url === undefined;
}

type Option = Found[1];

const commands = (body: Readonly<Record<string, unknown>>): Option[] =>
  Array.isArray(body) ? body : [body as Option];

/** Every list of options in commands, subcommands among them. */
function lists(value: unknown, at = ""): [string, Option[]][] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((one: Option, index) => {
    if (!Array.isArray(one?.options)) return [];
    const here = `${at}${Array.isArray(value) ? `/${index}` : ""}/options`;
    const isFlat = one.options.every(({ type }: Option) => Number(type) > 2);
    return [...(isFlat ? [[here, one.options] as [string, Option[]]] : []), ...lists(one.options, here)];
  });
}

/** Characters of a text, or of all texts that people read inside of it. */
function lengthOf(value: unknown, key = ""): number {
  if (typeof value === "string") return /url$|^type$|^color$|^timestamp$/.test(key) ? 0 : value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + lengthOf(one, key), 0);
  if (value === null || typeof value !== "object") return 0;
  return Object.entries(value).reduce((sum, [name, one]) => sum + lengthOf(one, name), 0);
}
