import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import type { Project } from "../../domain/project.ts";
import { ROLES, Role, requireRole } from "../../domain/role.ts";
import { MAX_MAPPED, type RoleMap, whoMay } from "../../domain/role-map.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { ProjectsParts } from "./parts.ts";
import type { Group } from "./venue.ts";

const NAMED = 12;
const NAME_CHARS = 40;
const NONE = "none";
const HOW =
  "Type for example /project roles @Writers producer, /project roles everyone viewer, or none in place of a role to take it back.";

/** Shows who may do what in this film, or with words such as "@Writers producer" changes it. */
export async function roles(parts: ProjectsParts, turn: Turn, words: string): Promise<Outcome> {
  const { place } = turn.session;
  if (place.platform === "web")
    throw new UserError(
      "bad_request",
      "Here everybody's role comes with their token.",
      "In a channel of Discord or Slack, /project roles maps the roles and groups there.",
    );
  if (words.trim() === "") return shown(turn, await parts.venue.groups(place));
  requireRole(turn.person.role, "admin", "change who may do what in this film");
  const { who, word } = split(words);
  const role = word === NONE ? undefined : Role.safeParse(word).data;
  if (word !== NONE && role === undefined)
    throw new UserError("bad_request", `A role is one of ${wordList(ROLES, undefined, "or")}.`, HOW);
  const before = mapOf(turn.project);
  if (/^@?everyone$/i.test(who)) {
    const { everyone: _before, ...rest } = before;
    return changed(turn, role === undefined ? rest : { ...rest, everyone: role });
  }
  const group = found(await parts.venue.groups(place), who);
  const others = before.groups.filter(({ id, platform }) => id !== group.id || platform !== place.platform);
  if (role !== undefined && others.length >= MAX_MAPPED)
    throw new UserError("conflict", `${MAX_MAPPED} groups have a role already.`, "Take one back first.");
  const mapped = role === undefined ? [] : [{ platform: place.platform, ...group, role }];
  return changed(turn, { ...before, groups: [...others, ...mapped] });
}

const mapOf = ({ access }: Project): RoleMap => access?.roles ?? { groups: [] };

/** "@Script Team producer": the last word is the role. */
function split(words: string): { who: string; word: string } {
  const [, who = words, word = ""] = /^\s*(.*\S)\s+(\S+)\s*$/s.exec(words) ?? [];
  return { who: who.trim(), word: word.toLowerCase() };
}

/** As its platform writes a mention of it, or by its name. */
function found(groups: readonly Group[], who: string): Group {
  const id = /^<(?:@&(\d+)|!subteam\^(\w+)(?:\|[^>]*)?)>$/.exec(who);
  const name = who.replace(/^@/, "").toLocaleLowerCase();
  const wanted = id?.[1] ?? id?.[2];
  const group = groups.find((each) =>
    wanted === undefined ? each.name.toLocaleLowerCase() === name : each.id === wanted,
  );
  if (group) return { id: group.id, name: group.name };
  const known = groups.map((each) => `@${each.name}`);
  throw new UserError(
    "not_found",
    `There is no role or group “${ellipsis(who, NAME_CHARS)}” here.`,
    known.length === 0
      ? "I see none that I could map; everyone works."
      : `There are: ${wordList(known, NAMED)}.`,
  );
}

function changed(turn: Turn, map: RoleMap): Outcome {
  const { access: before, ...project } = turn.project;
  const { roles: _before, ...rest } = before ?? {};
  const isEmpty = map.groups.length === 0 && map.everyone === undefined;
  const access = isEmpty ? rest : { ...rest, roles: map };
  const now = Object.keys(access).length === 0 ? project : { ...project, access };
  return {
    project: now,
    blocks: [{ type: "card", title: `Who may do what in ${now.title}`, fields: fields(turn, map) }],
  };
}

function shown(turn: Turn, groups: readonly Group[]): Outcome {
  const map = mapOf(turn.project);
  const left = groups.filter(({ id }) => !map.groups.some((mapped) => mapped.id === id));
  const free =
    left.length === 0
      ? ""
      : ` Not mapped: ${wordList(
          left.map(({ name }) => `@${name}`),
          NAMED,
        )}.`;
  return {
    blocks: [
      { type: "card", title: `Who may do what in ${turn.project.title}`, fields: fields(turn, map) },
      { type: "text", text: `You are **${turn.person.role}** here. ${HOW}${free}` },
    ],
  };
}

function fields({ session }: Turn, map: RoleMap): { name: string; value: string }[] {
  const { platform } = session.place;
  const elsewhere = (group: RoleMap["groups"][number]) =>
    group.platform === platform ? "" : ` (on ${group.platform})`;
  const always = whoMay("admin", platform, undefined).replace(/^Ask |\.$/g, "");
  return [
    { name: "admin", value: always.charAt(0).toUpperCase() + always.slice(1) },
    ...map.groups.map((group) => ({ name: `@${group.name}${elsewhere(group)}`, value: group.role })),
    {
      name: map.groups.length === 0 ? "Everyone" : "Everyone else",
      value: map.everyone ?? (platform === "slack" ? SLACK_DEFAULT : DISCORD_DEFAULT),
    },
  ];
}

const DISCORD_DEFAULT = "producer with the right to manage channels or messages, else writer";
const SLACK_DEFAULT = "members producer, guests writer";
