import { z } from "zod";
import type { BoundCommand } from "../../chat/command.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { UserError } from "../../domain/errors.ts";
import type { Platform } from "../../domain/workspace.ts";

export interface Guide {
  /** All commands a line each, or one whole. */
  help(name?: string, platform?: Platform): Outcome;
  /** What somebody who asks for help in words needs first: what to say, and where the rest is. */
  intro(title: string): Outcome;
  names(): readonly string[];
}

type Described = Pick<BoundCommand, "name" | "summary" | "usage" | "examples" | "options" | "unseen">;

/** `commands` is asked late, since /help is one of them. */
export function createGuide(commands: () => readonly Described[]): Guide {
  return {
    help: (name, platform) =>
      name === undefined || name === ""
        ? overview(commands(), platform)
        : one(commands(), name.replace(/^\//, "").toLowerCase()),
    intro,
    names: () => commands().map(({ name }) => name),
  };
}

const SAYINGS: readonly string[] = [
  "Tell me of the film: “Create a character named Sarah, a 28-year-old journalist”, “Sarah and John are siblings”, “INT. DINER - NIGHT. Sarah meets John.”",
  "Change your mind: “make her 29”, “no, her name is Sara”, “undo”",
  "Ask: “Who is Sarah?”, “Where are we?”, “What's next?”",
  "Have me work: “write a logline”, “create 10 characters”, “export it”",
];

function intro(title: string): Outcome {
  const look = (label: string, description: string, command: string) => ({
    label,
    description,
    category: "alternative" as const,
    action: { type: "command" as const, command, options: {} },
  });
  const text = `I keep the story bible of **${title}** and lead through its steps. Just talk; what I write down I show, and you can take it back:`;
  const offers = [
    {
      ...look("Where we are", "The steps, and what comes next", "workflow"),
      category: "recommended" as const,
    },
    look("All commands", "A line each", "help"),
  ];
  return {
    blocks: [
      { type: "text", text },
      { type: "list", items: [...SAYINGS] },
      { type: "offers", offers },
    ],
  };
}

/** How commands are given where a platform keeps them from being typed everywhere. */
const TYPED: Readonly<Partial<Record<Platform, string>>> = {
  slack:
    "Slack takes no commands in threads: call me first there, as in “@Backlot /workflow”. /backlot takes every command, as in “/backlot workflow”.",
};

function overview(commands: readonly Described[], platform: Platform | undefined): Outcome {
  const typed = platform && TYPED[platform];
  return {
    blocks: [
      {
        type: "text",
        text: "Just talk: “Create a character named Sarah, a journalist”, “INT. DINER - NIGHT. Sarah meets John.”, “Who is Sarah?”. Or use a command; `/help bulk` tells all of one:",
      },
      { type: "list", items: commands.map(({ name, summary }) => `**/${name}** · ${summary}`) },
      ...(typed === undefined ? [] : [{ type: "text" as const, text: typed }]),
    ],
  };
}

/** So many ways are named by the description itself. */
const FEW = 9;

/** The words an option takes, when it takes no others. */
function waysOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return waysOf(schema.unwrap());
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

function one(commands: readonly Described[], name: string): Outcome {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command)
    throw new UserError(
      "not_found",
      `There is no command /${name.slice(0, 40)}.`,
      "Type /help to see them all.",
    );
  const options = Object.entries(command.options.shape).flatMap(([option, schema]) => {
    const about = (schema as { description?: string }).description;
    const ways = waysOf(schema);
    const value = ways.length > FEW ? `${about} (${ways.join(", ")})` : about;
    return about === undefined || command.unseen?.includes(option)
      ? []
      : [{ name: option, value: value ?? about }];
  });
  return {
    blocks: [
      { type: "card", title: command.usage, subtitle: command.summary, fields: options },
      { type: "list", title: "For example", items: [...command.examples] },
    ],
  };
}
