import assert from "node:assert/strict";
import type { TurnView } from "../../src/chat/turn-record.ts";
import type { BibleEntry, Client, SessionInfo } from "../e2e/client.ts";
import type { Program } from "../e2e/program.ts";
import type { Transcript } from "./transcript.ts";

export interface Stage {
  readonly program: Program;
  readonly client: Client;
  readonly transcript: Transcript;
  session: SessionInfo;
}

export interface Step {
  readonly title: string;
  run(stage: Stage): Promise<void>;
}

export async function say(stage: Stage, text: string, session = stage.session): Promise<TurnView> {
  stage.transcript.person("Ada", text);
  const turn = await stage.client.say(session.session_id, text);
  stage.transcript.backlot(turn.reply.blocks);
  return turn;
}

/** Presses the first button that begins so. */
export async function press(stage: Stage, turn: TurnView, label: string): Promise<TurnView> {
  const choice = turn.choices.find((each) => each.label.startsWith(label));
  assert(choice, `no ${label} among ${turn.choices.map((each) => each.label).join(", ") || "nothing"}`);
  stage.transcript.person("Ada", `[${choice.label}]`);
  const answer = await stage.client.press(stage.session.session_id, choice.id);
  stage.transcript.backlot(answer.reply.blocks);
  return answer;
}

export async function entry(stage: Stage, kind: string, name: string): Promise<BibleEntry> {
  const entries = await stage.client.bible(stage.session.project_id, kind);
  const found = entries.find((candidate) => candidate.name === name);
  assert(
    found,
    `no ${kind} ${name} among ${entries.map((candidate) => candidate.name).join(", ") || "nothing"}`,
  );
  return found;
}

export function pick(fields: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
