import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { Question } from "../../domain/reading/reading.ts";
import { answerField, answerRelation, answerScenes, answerWho } from "./answer-entry.ts";
import { answerCount, answerList, answerNext } from "./answer-project.ts";
import type { BrainParts } from "./parts.ts";
import { findSubjects, type Subject } from "./subjects.ts";

const MAX_FOCUS = 8;

export interface Brain {
  /** Answers from the bible, with the lines that prove it; says so when the bible does not know. Never invents. */
  answer(turn: Turn, question: Question): Promise<Outcome>;
}

export function createBrain(parts: BrainParts): Brain {
  return {
    answer: async (turn, question) => {
      if (question.type === "next") return { blocks: answerNext(turn) };
      if (question.type === "count") return { blocks: answerCount(turn, question.kind) };
      if (question.type === "list")
        return { blocks: await answerList(parts, turn, question.kind ?? "character") };
      const subjects = await findSubjects(parts, turn, question.subjects);
      const trouble = subjects.map(troubleWith).find((blocks) => blocks !== undefined);
      if (trouble) return { blocks: trouble };
      const entries = subjects.flatMap((subject) => subject.entries);
      const [first] = entries;
      if (!first) return { blocks: [{ type: "text", text: notUnderstood }] };
      return {
        blocks: await answerAbout(parts, entries, first, question),
        memory: { focus: inFocus(turn, entries) },
      };
    },
  };
}

function answerAbout(
  parts: BrainParts,
  entries: readonly Entry[],
  first: Entry,
  question: Question,
): Promise<DraftBlock[]> {
  switch (question.type) {
    case "field":
      return question.field === undefined
        ? answerWho(parts, first)
        : answerField(parts, first, question.field);
    case "relation":
      return answerRelation(parts, entries, question.relation);
    case "scenes":
      return answerScenes(parts, first);
    default:
      return answerWho(parts, first);
  }
}

/** An unknown name, or one that means several. */
function troubleWith({ name, entries }: Subject): DraftBlock[] | undefined {
  if (entries.length === 1) return undefined;
  if (entries.length === 0) {
    return [
      {
        type: "text",
        text: `There is no ${name} in this bible yet. Tell me who or what it is, for example: “Create a character named ${name}, …”.`,
      },
    ];
  }
  return [
    { type: "list", title: `Which ${name}?`, items: entries.map(summaryLine) },
    { type: "text", text: "Ask again with the whole name." },
  ];
}

/** Who was asked about is who "she" means next. */
function inFocus(turn: Turn, entries: readonly Entry[]) {
  const asked = entries.map((entry) => {
    const gender = entry.facts.gender?.value;
    return {
      entry_id: entry.id,
      kind: entry.kind,
      name: entry.name,
      ...(typeof gender === "string" ? { gender } : {}),
    };
  });
  const rest = turn.session.memory.focus.filter(
    (old) => !asked.some((entry) => entry.entry_id === old.entry_id),
  );
  return [...asked, ...rest].slice(0, MAX_FOCUS);
}

const notUnderstood =
  "I did not follow that question. Ask me about one thing in the bible: “Who is Sarah?”, “How old is John?”, “Which scenes is Sarah in?”, “What's next?”.";
