import type { DraftBlock } from "../../chat/reply.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { arePlural } from "../../domain/paper-words.ts";
import type { DocumentKind } from "../../domain/project.ts";
import { draftDocument } from "../../domain/workflow/ways.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";

const MAX_CHARS = 120;
const LEAD = "(?:(?:ok(?:ay)?|so|hey|and|please|sorry|wait)[,:!]? |can you |could you )*";
const ASKS =
  "(?:(?:what(?:['’]?s| is| was| are|['’]?re)|(?:show|read|give|tell|send)(?: me| us)?|remind (?:me|us)(?: of| what)?|do we have|have we got|is there|where(?:['’]?s| is)) )?";
const PAPERS: Readonly<Record<string, DocumentKind | "title">> = {
  concept: "concept",
  logline: "logline",
  "log line": "logline",
  synopsis: "synopsis",
  beats: "beats",
  "beat sheet": "beats",
  treatment: "treatment",
  outline: "outline",
  title: "title",
};
const WHICH = `(?:the |our |a |an |any )?(?:current |latest |working )?(?<paper>${Object.keys(PAPERS).join("|")})`;
const ASKED = new RegExp(
  `^${LEAD}${ASKS}${WHICH}(?: (?:is|of (?:the|our|this) (?:film|movie|short|story)|again|now|right now|so far|yet|at the moment|please))*[ ?.!]*$`,
  "iu",
);
const CALLED =
  /^(?:so )?what(?:['’]?s| is) (?:the|our|this) (?:film|movie|short|short film|project) (?:called|named)(?: again| now)?[ ?.!]*$/iu;

/** "What's the logline?", "show me the synopsis": the paper as it stands, whole. */
export function createPaperSkill(): Skill {
  return {
    name: "paper",
    unread: true,
    claims: (turn) => askedIn(turn) !== undefined,
    run: async (turn) => {
      const paper = askedIn(turn);
      return { blocks: paper === undefined ? [] : blocksOf(turn, paper) };
    },
  };
}

function askedIn({ message, project }: Turn): DocumentKind | "title" | undefined {
  const said = message?.text.trim() ?? "";
  if (said.length > MAX_CHARS) return undefined;
  if (CALLED.test(said)) return "title";
  const paper = PAPERS[ASKED.exec(said)?.groups?.paper?.toLowerCase() ?? ""];
  // Without one of its own, a film's outline is its scenes.
  return paper === "outline" && project.documents.outline === undefined ? undefined : paper;
}

function blocksOf(turn: Turn, paper: DocumentKind | "title"): DraftBlock[] {
  const { title, documents } = turn.project;
  if (paper === "title") return [{ type: "text", text: `The film is called **${title}**.` }];
  const text = documents[paper];
  if (text === undefined) {
    const { next } = evaluateWorkflow(turn);
    const none = `There ${arePlural(paper) ? "are no" : "is no"} ${paper} yet. Say it in your own words, or have me draft it.`;
    return [
      { type: "text", text: none },
      { type: "offers", offers: next, next: next.length },
    ];
  }
  const name = paper.charAt(0).toUpperCase() + paper.slice(1);
  const before = {
    label: "What it was before",
    description: `Every text the ${paper} had`,
    category: "manual" as const,
    action: { type: "command" as const, command: "history", options: { about: paper } },
  };
  return [
    { type: "card", title: name, fields: [{ name: paper, value: text }] },
    { type: "offers", brief: true, offers: [draftDocument(paper, turn), before] },
  ];
}
