import type { ErrorObject, ValidateFunction } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { chooseByType } from "./choose-by-type.ts";
import type { Complaints } from "./complaints.ts";
import { DISCORD_HAND_RULES } from "./discord-hand-rules.ts";
import { isFalseAlarm } from "./false-alarms.ts";
import { newAjv, readSpec } from "./read-spec.ts";
import { tellingErrors, wording } from "./telling-errors.ts";

type Shape = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required?: boolean;
  readonly schema: Shape;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly body?: Shape;
  readonly required?: boolean;
}

interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly schemas: Readonly<Record<string, Shape>>;
}

interface Route {
  readonly template: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

export interface DiscordRequest {
  readonly method: string;
  /** Without `/api/v10` and without a query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Numbers of the files that came along: `files[2]` is "2". */
  readonly files: readonly string[];
}

/** Holds a request against Discord's own OpenAPI 3.1: its route, path, query and body. Answers the route's name. */
export function judgeDiscord(complaints: Complaints, request: DiscordRequest): string {
  const spec = readSpec<Spec>("discord");
  const { route, values } = findRoute(spec, request.path);
  const name = `${request.method} ${route?.template ?? request.path}`;
  const item = route && spec.paths[route.template];
  const operation = item?.[request.method.toLowerCase()] as Operation | undefined;
  const note = (at: string, rule: string) => {
    if (!isFalseAlarm("discord", name, at, rule)) complaints.note({ route: name, at, rule });
  };
  if (!item || !operation) {
    note("", "Discord has no such route");
    return name;
  }
  const parameters = [...((item.parameters ?? []) as Parameter[]), ...(operation.parameters ?? [])];
  judgeParameters(spec, parameters, values, request.query, note);
  if (operation.body) judgeBody(spec, operation, request, note);
  for (const rule of DISCORD_HAND_RULES) {
    if (!rule.on.test(name) || typeof request.body !== "object" || request.body === null) continue;
    for (const [at, why] of rule.broken(request.body as Shape)) note(at, why);
  }
  return name;
}

type Note = (at: string, rule: string) => void;

function judgeParameters(
  spec: Spec,
  parameters: readonly Parameter[],
  values: Readonly<Record<string, string>>,
  query: URLSearchParams,
  note: Note,
): void {
  for (const { name, in: place, required, schema } of parameters) {
    const value = place === "path" ? values[name] : (query.get(name) ?? undefined);
    const at = `${place}/${name}`;
    if (value === undefined && required) note(at, "is required");
    if (value === undefined) continue;
    const check = compile(spec, schema, true);
    // Kept in an object, so that a text can become the number it stands for.
    if (!check({ value })) tell(check.errors, at, note);
  }
  const known = new Set(parameters.filter((one) => one.in === "query").map(({ name }) => name));
  for (const name of query.keys()) if (!known.has(name)) note(`query/${name}`, "unknown parameter");
}

function judgeBody(
  spec: Spec,
  { body: schema = {}, required }: Operation,
  request: DiscordRequest,
  note: Note,
) {
  const { body, files } = request;
  const empty = body === undefined || (typeof body === "object" && Object.keys(body ?? {}).length === 0);
  if (empty && !required && files.length === 0) return;
  const check = compile(spec, schema, false);
  if (!check(body)) tell(check.errors, "", note);
  const known = fieldsOf(spec, schema);
  if (known && typeof body === "object" && body !== null && !Array.isArray(body))
    for (const field of Object.keys(body)) if (!known.has(field)) note(`/${field}`, "unknown field");
}

function tell(errors: readonly ErrorObject[] | null | undefined, before: string, note: Note): void {
  for (const error of tellingErrors(errors ?? []))
    note(before === "" ? error.instancePath || "/" : before, wording(error));
}

const compiled = new WeakMap<Shape, ValidateFunction>();
let ajvs: { readonly bodies: Ajv2020; readonly parameters: Ajv2020 } | undefined;

/** Compiled when it is first asked for: a process pays for the routes it uses. */
function compile(spec: Spec, schema: Shape, coerce: boolean): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  if (!ajvs) {
    ajvs = { bodies: newAjv(), parameters: newAjv({ coerceTypes: true }) };
    const schemas = chooseByType(spec.schemas, spec.schemas);
    for (const ajv of Object.values(ajvs)) ajv.addSchema({ $id: "discord", components: { schemas } });
  }
  const rooted = JSON.parse(
    JSON.stringify(chooseByType(schema, spec.schemas)).replaceAll('"#/components', '"discord#/components'),
  );
  const made = coerce
    ? ajvs.parameters.compile({ type: "object", properties: { value: rooted } })
    : ajvs.bodies.compile(rooted);
  compiled.set(schema, made);
  return made;
}

/** The fields an object of this shape may have; undefined where it may have any. */
function fieldsOf(spec: Spec, schema: Shape): Set<string> | undefined {
  const { $ref, allOf, anyOf, oneOf, properties, additionalProperties } = schema as {
    $ref?: string;
    allOf?: Shape[];
    anyOf?: Shape[];
    oneOf?: Shape[];
    properties?: Shape;
    additionalProperties?: unknown;
  };
  if ($ref) return fieldsOf(spec, spec.schemas[$ref.split("/").at(-1) ?? ""] ?? {});
  if (additionalProperties) return undefined;
  const parts = [...(allOf ?? []), ...(anyOf ?? []), ...(oneOf ?? [])].map((one) => fieldsOf(spec, one));
  if (parts.includes(undefined) || (parts.length === 0 && !properties)) return undefined;
  return new Set([...Object.keys(properties ?? {}), ...parts.flatMap((one) => [...(one ?? [])])]);
}

let routes: readonly Route[] | undefined;

function findRoute(spec: Spec, path: string) {
  routes ??= Object.keys(spec.paths)
    .map((template) => ({
      template,
      pattern: new RegExp(`^${template.replace(/\{\w+\}/g, "([^/]+)")}$`),
      names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
    }))
    .sort((a, b) => a.names.length - b.names.length);
  for (const route of routes) {
    const found = route.pattern.exec(path);
    if (!found) continue;
    const values = route.names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]);
    return { route, values: Object.fromEntries(values) as Record<string, string> };
  }
  return { route: undefined, values: {} };
}
