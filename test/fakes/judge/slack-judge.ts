import type { ValidateFunction } from "ajv";
import { judgeBlockKit } from "./block-kit-judge.ts";
import type { Complaints } from "./complaints.ts";
import { isFalseAlarm } from "./false-alarms.ts";
import { newAjv, readSpec } from "./read-spec.ts";
import { SLACK_HAND_RULES } from "./slack-hand-rules.ts";
import { tellingErrors, wording } from "./telling-errors.ts";

interface Method {
  readonly args: {
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, Argument>>;
  };
  /** The rate limit, `t1` to `t5`. */
  readonly tier: string | null;
  /** A bot needs one of them; for some it depends on the kind of channel which. */
  readonly scopes: readonly string[];
}

interface Argument {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Argument[];
  readonly allOf?: readonly Argument[];
  readonly subtype?: string;
  readonly schema?: string;
}

type Note = (at: string, rule: string) => void;

/** What ids look like: https://docs.slack.dev/reference/objects */
const LOOKS: Readonly<Record<string, string>> = {
  channel: "^[CDGU][A-Z0-9]{2,}$",
  user: "^[UW][A-Z0-9]{2,}$",
  user_id: "^[UW][A-Z0-9]{2,}$",
  file_id: "^F[A-Z0-9]{2,}$",
  timestamp: "^(0|now|\\d{10}(\\.\\d{1,6})?)$",
  ts: "^\\d{10}\\.\\d{6}$",
};
const JSON_VALUES = new Set(["blocks", "view", "metadata", "attachments", "unfurls", "chunks"]);

/**
 * Holds the arguments of a call against the method's own reference: names, which are required, types, and what blocks
 * and views are made of. Arguments come as texts, as an HTTP form has them, or as JSON.
 */
export function judgeSlack(
  complaints: Complaints,
  name: string,
  given: Readonly<Record<string, unknown>>,
): void {
  const note: Note = (at, rule) => {
    if (!isFalseAlarm("slack", name, at, rule)) complaints.note({ route: name, at, rule });
  };
  const method = readSpec<{ methods: Record<string, Method> }>("slack-methods").methods[name];
  if (!method) {
    note("", "Slack has no such method");
    return;
  }
  const properties = method.args.properties ?? {};
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) values[key] = meant(properties[key], key, value, note);
  const check = compile(name, method);
  if (!check(values))
    for (const error of tellingErrors(check.errors ?? [])) note(error.instancePath, wording(error));
  judgeParts(name, values, note);
}

/** Notes a call for which an app that asked for these scopes has none. */
export function judgeScopes(complaints: Complaints, name: string, granted: ReadonlySet<string>): void {
  const { scopes = [] } = readSpec<{ methods: Record<string, Method> }>("slack-methods").methods[name] ?? {};
  if (scopes.length > 0 && !scopes.some((scope) => granted.has(scope)))
    complaints.note({ route: name, at: "", rule: `no scope for it was asked for: ${scopes.join(" or ")}` });
}

/** A rate limit's tier by method, 1 to 4; 5 for what has a limit of its own. */
export function tierOf(name: string): number | undefined {
  const tier = readSpec<{ methods: Record<string, Method> }>("slack-methods").methods[name]?.tier;
  return tier ? Number(tier.slice(1)) : undefined;
}

/** Holds what is sent to a response address, or back with an acknowledgement, against Block Kit. */
export function judgeReply(complaints: Complaints, route: string, reply: unknown): void {
  const values = (reply ?? {}) as Record<string, unknown>;
  judgeParts(route, values, (at, rule) => {
    if (!isFalseAlarm("slack", route, at, rule)) complaints.note({ route, at, rule });
  });
}

function judgeParts(route: string, values: Readonly<Record<string, unknown>>, note: Note): void {
  const { blocks, view, metadata } = values;
  for (const { on, broken } of SLACK_HAND_RULES)
    if (on.test(route)) for (const [at, why] of broken(values)) note(at, why);
  const under = (name: string) => (at: string, rule: string) => note(`/${name}${at}`, rule);
  if (blocks !== undefined && blocks !== null) judgeBlockKit("blocks", blocks, under("blocks"));
  if (view !== undefined && view !== null) judgeBlockKit("view", view, under("view"));
  if (metadata === undefined || metadata === null) return;
  const { event_type, event_payload } = metadata as Record<string, unknown>;
  if (typeof event_type !== "string") note("/metadata/event_type", "is required");
  if (typeof event_payload !== "object") note("/metadata/event_payload", "is required");
}

/** A text as what it stands for, going by what is wanted. */
function meant(wanted: Argument | undefined, key: string, value: unknown, note: Note): unknown {
  if (typeof value !== "string") return value;
  const types = typesOf(wanted);
  if (types.includes("boolean") && /^(true|false|0|1)$/.test(value)) return value === "true" || value === "1";
  if ((types.includes("number") || types.includes("integer")) && /^-?\d+(\.\d+)?$/.test(value))
    return Number(value);
  const structured = types.includes("array") || types.includes("object") || JSON_VALUES.has(key);
  if (!structured || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    note(`/${key}`, "is not JSON");
    return undefined;
  }
}

const typesOf = (wanted: Argument | undefined): string[] =>
  [
    wanted?.type ?? [],
    ...[...(wanted?.anyOf ?? []), ...(wanted?.allOf ?? [])].map((one) => typesOf(one)),
  ].flat(2);

const compiled = new Map<string, ValidateFunction>();

function compile(name: string, { args }: Method): ValidateFunction {
  const known = compiled.get(name);
  if (known) return known;
  const properties = Object.entries(args.properties ?? {}).map(([key, one]) => [key, looking(key, one)]);
  const made = newAjv().compile({
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    // The token comes in the header.
    required: (args.required ?? []).filter((key) => key !== "token"),
  });
  compiled.set(name, made);
  return made;
}

/** An argument's schema with the pattern of its kind; what comes as JSON is held against its own schema. */
function looking(key: string, one: Argument): object {
  if (JSON_VALUES.has(key)) return {};
  const pattern = LOOKS[one.schema ?? ""] ?? LOOKS[one.subtype ?? ""];
  const { schema: _, subtype: __, ...rest } = one;
  return pattern && !one.anyOf ? { ...rest, type: "string", pattern } : rest;
}
