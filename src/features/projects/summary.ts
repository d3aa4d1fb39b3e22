import { questionText } from "../../chat/point-blocks.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { changeWords } from "../../domain/bible/change-words.ts";
import { countWords } from "../../domain/bible/describe.ts";
import { schemaOf } from "../../domain/project.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Model } from "../../ports/model.ts";
import type { PointStore } from "../../ports/point-store.ts";

/** What a summary looks at and shows: bounded, whatever the length of the session. */
const MAX_CHANGES = 200;
const MAX_SETTLED = 15;
const MAX_OPEN = 5;
const MAX_SAID = 30;
const SAID_CHARS = 500;
const LINE_CHARS = 160;
const ASKED =
  "Tell in at most four sentences what this conversation was about and what was decided in it. Add nothing that was not said.";

export interface SummaryParts {
  readonly bible: Pick<BibleStore, "history">;
  readonly points: Pick<PointStore, "open">;
  readonly messages: Pick<MessageStore, "page">;
  readonly model: Model;
}

/** What a session came to: in a model's words where there is one, what it wrote, and what still waits for an answer. */
export async function summaryOf(
  parts: SummaryParts,
  turn: Turn,
  where: "here" | "there" = "here",
): Promise<readonly DraftBlock[]> {
  const { session, project } = turn;
  const here = { project_id: project.id, session_id: session.id };
  const [changes, newest, open, told] = await Promise.all([
    parts.bible.history({ ...here, in_talk: true }, MAX_CHANGES),
    parts.bible.history(here, MAX_CHANGES),
    parts.points.open({ project_id: project.id, session_id: session.id }, MAX_OPEN + 1),
    inWords(parts, turn),
  ]);
  const waiting = open.map(({ asks }) => questionText(asks, schemaOf(project)));
  return [
    ...(told === "" ? [] : [{ type: "text" as const, text: told }]),
    settled(turn, changes.filter(stands), {
      bulk: bulkLines(turn, newest),
      isPart: changes.length === MAX_CHANGES,
      where,
    }),
    ...(waiting.length === 0
      ? []
      : [
          {
            type: "list" as const,
            title: "Still open",
            items: [
              ...waiting.slice(0, MAX_OPEN),
              ...(waiting.length > MAX_OPEN ? ["and more: /open shows them"] : []),
            ],
          },
        ]),
  ];
}

const stands = ({ undone, undoes }: Change): boolean => !undone && undoes === undefined;

/** "200 characters by bulk work", one line an operation: what people said is not lost among what was made at once. */
function bulkLines({ project }: Turn, newest: readonly Change[]): string[] {
  const made = newest.filter((change) => change.operation_id !== undefined && stands(change));
  const own = schemaOf(project);
  return [...Map.groupBy(made, ({ operation_id }) => operation_id).values()].map((of) => {
    const kinds = Map.groupBy(
      new Map(of.map((change) => [change.entry_id, change])).values(),
      ({ kind }) => kind,
    );
    const counts = [...kinds].map(([kind, { length }]) => countWords(length, kind, own));
    const isCut = newest.length === MAX_CHANGES && of.at(-1) === newest.at(-1);
    return `${isCut ? "at least " : ""}${wordList(counts)} by bulk work`;
  });
}

/** One line an entry, the newest first, and then what bulk work wrote. */
function settled(
  turn: Turn,
  changes: readonly Change[],
  {
    bulk,
    isPart,
    where,
  }: { readonly bulk: readonly string[]; readonly isPart: boolean; readonly where: string },
): DraftBlock {
  if (changes.length + bulk.length === 0)
    return { type: "text", text: `Nothing was written to the bible ${where}.` };
  const own = schemaOf(turn.project);
  const lines = [...Map.groupBy(changes, ({ entry_id }) => entry_id).values()].map((of) => {
    const words = of.toReversed().map((change) => changeWords(change, own));
    return ellipsis(`${of[0]?.name ?? ""}: ${words.join("; ")}`, LINE_CHARS);
  });
  const people = [...new Set(changes.flatMap(({ by_name }) => by_name ?? []))];
  const by = people.length === 0 ? "" : `, by ${wordList(people, 6)}`;
  const rest = lines.length - MAX_SETTLED;
  return {
    type: "list",
    title: `Settled ${where}${by}`,
    items: [
      ...lines.slice(0, MAX_SETTLED),
      ...(rest > 0 || isPart ? [`and ${rest > 0 ? `${rest} more` : "more"}: /history shows them`] : []),
      ...bulk.slice(0, MAX_OPEN),
    ],
  };
}

/** Empty where nothing can tell it, or the model is away: the rest says what counts. */
async function inWords({ model, messages }: SummaryParts, turn: Turn): Promise<string> {
  if (model.info.offline) return "";
  const said = await messages.page(turn.session.id, MAX_SAID, turn.message?.id);
  if (said.length === 0) return "";
  const history = said.map(({ role, text }) => ({ role, text: ellipsis(text, SAID_CHARS) }));
  const film = { title: turn.project.title, documents: {} };
  try {
    const { text } = await model.talk(
      { text: ASKED, film, bible: [], history, offers: [] },
      { signal: turn.signal },
    );
    return text;
  } catch (error) {
    if (turn.signal.aborted) throw error;
    return "";
  }
}
