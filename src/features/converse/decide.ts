import type { BoundCommand } from "../../chat/command.ts";
import { findCommand, parseCommandLine } from "../../chat/command-line.ts";
import { hold } from "../../chat/hold.ts";
import { joinOutcomes } from "../../chat/join-outcomes.ts";
import { leftFilm } from "../../chat/left-film.ts";
import { asksOnly } from "../../chat/opening.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { typedForm } from "../../chat/typed-form.ts";
import { UserError } from "../../domain/errors.ts";
import type { StoredFile } from "../../domain/message.ts";
import { EMPTY_READING, type Reading } from "../../domain/reading/reading.ts";
import { mayActAs, RoleError } from "../../domain/role.ts";
import { checkOptions } from "./check-options.ts";
import type { DrawnPress } from "./compose.ts";
import { meantBesides, meantCommand } from "./meant-command.ts";
import type { ConverseParts } from "./parts.ts";
import { press } from "./press.ts";
import { readMessage } from "./read-message.ts";

export interface Decision {
  readonly outcome: Outcome;
  readonly press?: DrawnPress;
}

/** Decides what an event leads to. Writes nothing; throws UserError for what a person can mend. */
export async function decide(parts: ConverseParts, turn: Turn): Promise<Decision> {
  const { event } = turn;
  switch (event.type) {
    case "message":
      return {
        outcome:
          event.text.trim() === "" && event.files
            ? ((await parts.readFiles?.(turn, event.files)) ?? received(event.files))
            : await answer(parts, turn, event.text),
      };
    case "command": {
      const outcome = await ask(turn, findCommand(event.command, parts.commands), event.options);
      const { place, status } = turn.session;
      // A session that was closed is told to be open again in the reply.
      const opened = asksOnly(outcome) && status === "open" && parts.sends(place.platform);
      return { outcome: opened ? { ...outcome, opened } : outcome };
    }
    case "amended": {
      const { outcome, message } = (await parts.amended?.(turn, event)) ?? { outcome: NOTHING };
      return { outcome, ...(message ? { press: { message } } : {}) };
    }
    case "choice":
      return press(parts, turn, event, (pressing, action) => act(parts, pressing, action));
    case "form": {
      const form = await parts.choices.form(event.form_id);
      if (!form || form.session_id !== turn.session.id)
        throw new UserError("not_found", "This form is gone.", "Open it again from the entry's Edit button.");
      const film = form.action.project_id ?? turn.project.id;
      if (film !== turn.project.id) throw leftFilm();
      const values = await typedForm(event, async (id) => (await parts.inbox.find(id))?.event);
      if (!values)
        throw new UserError(
          "not_found",
          "The pages before this one are gone.",
          "Fill in the form once more.",
        );
      if (event.part?.last === false) return { outcome: kept(event.part) };
      const options = { ...form.action.options, values };
      return { outcome: await ask(turn, findCommand(form.action.command, parts.commands), options) };
    }
  }
}

/** Told to the person alone: nothing is done before the last page. */
const kept = ({ page, pages }: { readonly page: number; readonly pages: number }): Outcome => ({
  private: true,
  blocks: [
    {
      type: "text",
      text: `Page ${page + 1} of ${pages} is kept. Nothing is written before you save the whole form.`,
    },
  ],
});

const NOTHING: Outcome = { private: true, blocks: [] };

async function answer(parts: ConverseParts, turn: Turn, text: string): Promise<Outcome> {
  if (text.trimStart().startsWith("/")) {
    const { command, options } = parseCommandLine(text, parts.commands);
    return ask(turn, command, options);
  }
  for (const skill of parts.skills.filter((each) => each.unread))
    if (await skill.claims(turn, EMPTY_READING)) return skill.run(turn, EMPTY_READING);
  const meant = meantCommand(text);
  if (meant) return ask(turn, findCommand(meant.command, parts.commands), { ...meant.options });
  const besides = meantBesides(text);
  const done = besides && (await ask(turn, findCommand(besides.command, parts.commands), besides.options));
  const { reading, seen } = await readMessage(parts, turn, text);
  const after = done?.project ? { ...turn, project: done.project } : turn;
  const read = seen === undefined ? after : { ...after, seen };
  const outcomes: Outcome[] = done ? [done] : [];
  for (const skill of await claimants(parts.skills, read, reading))
    outcomes.push(await skill.run(read, reading));
  return joinOutcomes(outcomes);
}

async function claimants(skills: readonly Skill[], turn: Turn, reading: Reading): Promise<readonly Skill[]> {
  const claiming: Skill[] = [];
  for (const skill of skills) {
    if (skill.otherwise || skill.unread || !(await skill.claims(turn, reading))) continue;
    claiming.push(skill);
  }
  return claiming.length > 0 ? claiming : skills.filter((skill) => skill.otherwise);
}

/** Files without words that hold no rows: they are kept with the message, and nothing else in them is read yet. */
function received(files: readonly StoredFile[]): Outcome {
  const names = files.map(nameOf).join(", ");
  return {
    blocks: [
      {
        type: "text",
        text: `Kept ${names} with this session. I do not read what is inside files; tell me in words what matters in ${files.length === 1 ? "it" : "them"}.`,
      },
    ],
  };
}

/** A voice note has a name that nobody gave it. */
const nameOf = ({ name, seconds }: StoredFile): string =>
  seconds === undefined ? `**${name}**` : `your voice note (${Math.max(1, Math.round(seconds))} s)`;

function act(
  parts: ConverseParts,
  turn: Turn,
  action:
    | { type: "command"; command: string; options: Record<string, unknown> }
    | { type: "prompt"; text: string },
): Promise<Outcome> {
  if (action.type === "prompt") return Promise.resolve({ blocks: [{ type: "text", text: action.text }] });
  return runCommand(turn, findCommand(action.command, parts.commands), action.options);
}

/** What is asked for in words is done at once, or put to those who decide. */
async function ask(turn: Turn, command: BoundCommand, raw: Record<string, unknown>): Promise<Outcome> {
  const options = allowed(turn, command, raw);
  const action = { type: "command" as const, command: command.name, options };
  const held = hold(turn, action);
  if (!held) return command.run(turn, options);
  // Nobody is asked to decide on what cannot be done, or without knowing what it takes.
  return (await command.consider?.(turn, options)) ?? held;
}

async function runCommand(turn: Turn, command: BoundCommand, raw: Record<string, unknown>): Promise<Outcome> {
  return command.run(turn, allowed(turn, command, raw));
}

function allowed(turn: Turn, command: BoundCommand, raw: Record<string, unknown>): Record<string, unknown> {
  if (!mayActAs(turn.person.role, command.permission)) {
    throw new RoleError(
      `/${command.name} needs the role ${command.permission}; yours is ${turn.person.role}.`,
      command.permission,
    );
  }
  return checkOptions(command, raw);
}
