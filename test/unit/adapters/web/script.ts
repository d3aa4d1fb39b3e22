import { z } from "zod";
import type { BoundCommand } from "../../../../src/chat/command.ts";
import type { Outcome } from "../../../../src/chat/outcome.ts";
import type { Skill } from "../../../../src/chat/skill.ts";
import type { Turn } from "../../../../src/chat/turn.ts";
import { draftedChange } from "../../../../src/domain/bible/drafted.ts";
import { reverseChange } from "../../../../src/domain/bible/undo.ts";
import { UserError } from "../../../../src/domain/errors.ts";
import type { Clock } from "../../../../src/ports/clock.ts";
import type { Ids } from "../../../../src/ports/ids.ts";
import type { Stores } from "../../../../src/ports/stores.ts";

export interface ScriptParts {
  readonly stores: Stores;
  readonly ids: Ids;
  readonly clock: Clock;
  /** "wait" answers when this resolves. */
  readonly gate: Promise<void>;
}

/** A Backlot that does what it is told in so many words, through the real turns and the real stores. */
export const scriptedSkill = (parts: ScriptParts): Skill => ({
  name: "script",
  claims: () => true,
  run: async (turn): Promise<Outcome> => {
    const said = turn.message?.text ?? "";
    const [verb = "", ...rest] = said.split(" ");
    const words = rest.join(" ");
    switch (verb) {
      case "make":
        return made(parts, turn, words);
      case "offer":
        return offered(words);
      case "form":
        return asked();
      case "bulk":
        return begun(parts, turn, Number(words));
      case "close":
        return { ...text("Closed."), sessions: [{ ...turn.session, status: "closed" }] };
      case "stream":
        turn.stream("half a");
        return text("half a line, and the rest");
      case "wait":
        await parts.gate;
        return text("at last");
      case "break":
        throw new Error("a bug with /secret/paths");
      default:
        return text(`You said: ${said}`);
    }
  },
});

export function scriptedCommands(parts: ScriptParts): BoundCommand[] {
  return [
    command(
      "hello",
      z.object({ name: z.string().describe("Whom to greet"), mood: z.enum(["warm", "cold"]).optional() }),
      async (_turn, { name }) => text(`Hello, ${String(name)}.`),
    ),
    command("undo", z.object({ change: z.string() }), async (turn, { change }) =>
      undone(parts, turn, String(change)),
    ),
    command(
      "jobs",
      z.object({ action: z.enum(["cancel", "pause", "resume", "retry"]), operation: z.string() }),
      async (_turn, { action, operation }) => {
        const at = parts.clock.now().toISOString();
        const { operations } = parts.stores;
        const id = String(operation);
        const acts = {
          cancel: () => operations.cancel(id, at),
          pause: () => operations.pause(id),
          resume: () => operations.resume(id),
          retry: () => operations.retry(id),
        };
        const done = await acts[action as keyof typeof acts]();
        if (!done)
          throw new UserError("conflict", `There is nothing to ${String(action)}.`, "Look at the operation.");
        return text(`${String(action)}: done`);
      },
    ),
    command("fill", z.object({ values: z.record(z.string(), z.string()) }), async (_turn, { values }) =>
      text(JSON.stringify(values)),
    ),
  ];
}

const text = (words: string): Outcome => ({ blocks: [{ type: "text", text: words }] });

function command(name: string, options: z.ZodObject, run: BoundCommand["run"]): BoundCommand {
  return {
    name,
    summary: `Does ${name}`,
    usage: `/${name}`,
    examples: [],
    permission: "writer",
    options,
    run,
  };
}

function made({ ids, clock }: ScriptParts, turn: Turn, name: string): Outcome {
  const change = draftedChange({
    entry_id: ids.next("entry"),
    change_id: ids.next("change"),
    project_id: turn.project.id,
    session_id: turn.session.id,
    turn_id: turn.id,
    kind: "character",
    fields: { name, age: 28 },
    at: clock.now().toISOString(),
  });
  return { ...text(`${name} is made.`), changes: [change] };
}

function offered(label: string): Outcome {
  const action = { type: "command", command: "hello", options: { name: label } } as const;
  return {
    blocks: [
      { type: "offers", offers: [{ label, description: "A greeting", category: "recommended", action }] },
    ],
  };
}

const asked = (): Outcome => ({
  blocks: [
    {
      type: "ask_form",
      title: "Edit",
      fields: [{ name: "age", label: "Age", input: "number" }],
      action: { type: "command", command: "fill", options: {} },
    },
  ],
});

function begun({ ids, clock }: ScriptParts, turn: Turn, total: number): Outcome {
  return {
    ...text("It begins."),
    operation: {
      items: total,
      operation: {
        id: ids.next("operation"),
        project_id: turn.project.id,
        session_id: turn.session.id,
        turn_id: turn.id,
        type: "characters",
        brief: "",
        status: "processing",
        progress: { completed: 0, total, failed: 0, cancelled: 0 },
        message_id: turn.reply_id,
        shown: false,
        round: 0,
        seed: 1,
        by: turn.person.id,
        started_at: clock.now().toISOString(),
      },
    },
  };
}

async function undone({ stores, ids, clock }: ScriptParts, turn: Turn, id: string): Promise<Outcome> {
  const change = await stores.bible.change(id);
  const [current] = await stores.bible.get(change ? [change.entry_id] : []);
  const reversal = change && reverseChange(change, current);
  if (!change || !current || !reversal?.ok)
    throw new UserError("conflict", "It is undone already.", "Look at the history.");
  const at = clock.now().toISOString();
  const after = { ...reversal.entry, version: current.version + 1, updated_at: at };
  const reverse = {
    ...change,
    id: ids.next("change"),
    turn_id: turn.id,
    action: "removed",
    before: current,
    after,
    undoes: id,
    fields: {},
    at,
  } as const;
  return { ...text("Undone."), changes: [reverse], undone: [id] };
}
