import type { ValidateFunction } from "ajv";
import type { Complaints } from "./complaints.ts";
import { isFalseAlarm } from "./false-alarms.ts";
import { newAjv, readSpec } from "./read-spec.ts";
import { tellingErrors, wording } from "./telling-errors.ts";

type Shape = Readonly<Record<string, unknown>>;

interface Answer {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
}

interface Method {
  readonly answer: Answer;
  readonly errors: readonly string[];
}

/** What every method may answer beside its own errors: https://docs.slack.dev/reference/methods/auth.test#errors */
const COMMON_ERRORS = new Set(
  [
    "access_denied access_limited account_inactive deprecated_endpoint ekm_access_denied enterprise_is_restricted",
    "fatal_error internal_error invalid_arg_name invalid_arguments invalid_array_arg invalid_auth invalid_charset",
    "invalid_form_data invalid_post_type method_deprecated missing_argument missing_post_type missing_scope",
    "no_permission not_allowed_token_type not_authed org_login_required ratelimited request_timeout",
    "service_unavailable team_access_not_granted team_added_to_org token_expired token_revoked",
    "two_factor_setup_required unknown_method",
  ].flatMap((line) => line.split(" ")),
);
/** What may stand in every answer: https://docs.slack.dev/apis/web-api#responses */
const COMMON_KEYS = ["ok", "error", "warning", "response_metadata", "needed", "provided", "req_method"];
/** What the reference names in its own words: https://docs.slack.dev/reference/objects */
const LOOKS: Readonly<Record<string, Shape>> = {
  channel: { type: "string", pattern: "^[CDG][A-Z0-9]{2,}$" },
  ts: { type: "string", pattern: "^\\d{10}\\.\\d{6}$" },
  user_id: { type: "string", pattern: "^[UW][A-Z0-9]{2,}$" },
};
const OBJECTS = new Set(["message", "conversation", "user", "subteam", "file", "modal"]);

/** Holds what a fake answers against the method's reference: its errors by name, its successes by their keys and types. */
export function judgeAnswer(complaints: Complaints, name: string, answer: Shape): void {
  const method = readSpec<{ methods: Record<string, Method> }>("slack-methods").methods[name];
  if (!method) return;
  const route = `answer to ${name}`;
  const note = (at: string, rule: string) => {
    if (!isFalseAlarm("slack", route, at, rule)) complaints.note({ route, at, rule });
  };
  if (answer.ok !== true) {
    const error = String(answer.error);
    if (!method.errors.includes(error) && !COMMON_ERRORS.has(error)) note("/error", `is no error: ${error}`);
    return;
  }
  const check = compiled.get(name) ?? compile(name, method.answer);
  if (check(answer)) return;
  for (const error of tellingErrors(check.errors ?? [])) note(error.instancePath, wording(error));
}

const compiled = new Map<string, ValidateFunction>();

function compile(name: string, { properties = {}, required = [] }: Answer): ValidateFunction {
  const known = Object.entries(properties).map(([key, one]) => [key, meant(one)]);
  const made = newAjv().compile({
    type: "object",
    additionalProperties: false,
    properties: { ...Object.fromEntries(COMMON_KEYS.map((key) => [key, {}])), ...Object.fromEntries(known) },
    required,
  });
  compiled.set(name, made);
  return made;
}

/** What the reference calls by a name of its own, with what that stands for. */
function meant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meant);
  if (value === null || typeof value !== "object") return value;
  const { schema, subtype, ...rest } = value as Shape;
  const looks = LOOKS[String(schema)] ?? (subtype === "channel" ? LOOKS.channel : undefined);
  if (looks) return looks;
  if (OBJECTS.has(String(schema))) return { type: "object" };
  if (schema !== undefined) return {};
  return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, meant(one)]));
}
