import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { summaryLine } from "../../domain/bible/describe.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import { candidateKeys } from "../../lib/name-keys.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Model } from "../../ports/model.ts";

/** What a model is given to talk: bounded, whatever the length of the session and the size of the project. */
const MAX_HISTORY = 12;
const MAX_LINES = 20;

export interface TalkParts {
  readonly bible: BibleStore;
  readonly messages: MessageStore;
  readonly model: Model;
}

/** Answers in words: chat, thanks, open questions. Changes nothing. */
export type Talk = (turn: Turn, text: string) => Promise<Outcome>;

export const createTalk =
  (parts: TalkParts): Talk =>
  (turn, text) =>
    talk(parts, turn, text);

async function talk({ bible, messages, model }: TalkParts, turn: Turn, text: string): Promise<Outcome> {
  const { next } = evaluateWorkflow(turn);
  const film = { title: turn.project.title, documents: turn.project.documents };
  // The offline engine answers by rules: neither history nor bible would change more than its example.
  const [lines, history] = model.info.offline
    ? [[], []]
    : await Promise.all([
        bible.byKeys(turn.project.id, candidateKeys(text), MAX_LINES),
        messages.page(turn.session.id, MAX_HISTORY, turn.message?.id),
      ]);
  const answer = await model.talk(
    {
      text,
      film,
      bible: model.info.offline ? spokenOf(turn) : lines.map(summaryLine),
      history: history.map((message) => ({ role: message.role, text: message.text })),
      offers: next,
    },
    { signal: turn.signal, onText: turn.stream },
  );
  return {
    blocks: [
      { type: "text", text: answer.text },
      ...(answer.offers.length > 0 ? [{ type: "offers" as const, offers: answer.offers, brief: true }] : []),
    ],
  };
}

/** Those whom the session spoke of, as the bible would list them. */
const spokenOf = ({ session }: Turn): string[] =>
  session.memory.focus.filter(({ kind }) => kind === "character").map(({ name }) => `${name}:`);
