import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { focusOn } from "../../domain/bible/focus.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Question } from "../../domain/reading/reading.ts";
import { answerField, answerRelation, answerScenes, answerWho } from "./answer-entry.ts";
import { answerMembers, membersAsked } from "./answer-group.ts";
import { answerCount, answerList, answerNext } from "./answer-project.ts";
import type { BrainParts } from "./parts.ts";
import { findSubjects, type Subject } from "./subjects.ts";

export interface Brain {
  /** Answers from the bible, with the lines that prove it; says so when the bible does not know. Never invents. */
  answer(turn: Turn, question: Question): Promise<Outcome>;
  /** The same for a question put in words. */
  ask(turn: Turn, text: string): Promise<Outcome>;
}

/** Of many, those that "they" may mean next. */
const MOST_FOCUSED = 5;

export function createBrain(parts: BrainParts): Brain {
  const answer = async (turn: Turn, question: Question, text: string): Promise<Outcome> => {
    if (question.type === "next") return { blocks: answerNext(turn) };
    if (question.type === "count") return { blocks: answerCount(turn, question.kind) };
    if (question.type === "list")
      return { blocks: await answerList(parts, turn, question.kind ?? "character") };
    const group = question.subjects.find((subject) => subject.group !== undefined);
    if (group) {
      const members = await membersAsked(parts, turn, group);
      if (members.length === 0) return parts.talk(turn, text);
      const memory = { focus: focusOn(turn.session.memory.focus, members.slice(0, MOST_FOCUSED)) };
      return { blocks: await answerMembers(parts, members, group), memory };
    }
    const subjects = await findSubjects(parts, turn, question.subjects);
    const trouble = subjects.map(troubleWith).find((blocks) => blocks !== undefined);
    if (trouble) return { blocks: trouble };
    const entries = subjects.flatMap((subject) => subject.entries);
    const [first] = entries;
    if (!first) return { blocks: [{ type: "text", text: notUnderstood }] };
    return {
      blocks: await answerAbout(parts, entries, first, { ...question, own: schemaOf(turn.project) }),
      memory: { focus: focusOn(turn.session.memory.focus, entries) },
    };
  };
  return {
    answer: (turn, question) => answer(turn, question, turn.message?.text ?? ""),
    ask: async (turn, text) => {
      const { questions } = await parts.read(turn, text);
      const question = questions.find((candidate) => candidate.type !== "open");
      return question ? answer(turn, question, text) : parts.talk(turn, text);
    },
  };
}

function answerAbout(
  parts: BrainParts,
  entries: readonly Entry[],
  first: Entry,
  question: Question & { readonly own: ProjectSchema },
): Promise<DraftBlock[]> {
  switch (question.type) {
    case "field":
      return question.field === undefined
        ? answerWho(parts, first, question.own)
        : answerField(parts, first, question.field, question.own);
    case "relation":
      return answerRelation(parts, entries, question.relation);
    case "scenes":
      return answerScenes(parts, first);
    default:
      return answerWho(parts, first, question.own);
  }
}

/** An unknown name, or one that means several. */
function troubleWith({ name, entries, near }: Subject): DraftBlock[] | undefined {
  if (entries.length === 1) return undefined;
  if (near !== undefined && entries.length === 0) {
    return [
      {
        type: "text",
        text: `There is no ${name} in this bible. Did you mean ${near}? Ask again with that name.`,
      },
    ];
  }
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

const notUnderstood =
  "I did not follow that question. Ask me about one thing in the bible: “Who is Sarah?”, “How old is John?”, “Which scenes is Sarah in?”, “What's next?”.";
