import { answerSensibly } from "../../fakes/openai-server-answers.ts";
import type { Answer, ChatBody } from "../../fakes/openai-server-protocol.ts";
import type { Seen, Talk } from "../../rooms/room.ts";

const WORDS = 24;

/** A model that tells, word by word, of the mark it is asked about. */
export function tellOfMarks(body: ChatBody): Answer | string {
  const mark = /mark[A-Z]\w*/.exec(String(body.messages.at(-1)?.content))?.[0];
  return body.response_format || !mark || !body.stream ? answerSensibly(body) : story(mark);
}

const story = (mark: string) =>
  `${Array.from({ length: WORDS }, (_, at) => `${mark}-${at}`).join(" ")} The end of ${mark}.`;

/** One conversation in which every message has a mark of its own, which its answer says. */
export class Marked {
  readonly talk: Talk;
  readonly #name: string;
  readonly #said: string[] = [];

  constructor(name: string, talk: Talk) {
    this.#name = name;
    this.talk = talk;
  }

  /** Resolves when the platform has handed it over. `told`: a model takes its time to answer. */
  async say(told: boolean): Promise<void> {
    const mark = `mark${this.#name}${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[this.#said.length]}`;
    this.#said.push(mark);
    const name = nameOf(mark);
    await this.talk.say(told ? `Tell me about ${mark}, please` : `Create a character named ${name}, a baker`);
  }

  /** What is not answered whole, exactly once and in the order it was said, in words. Empty when all is well. */
  wrong(): string[] {
    const seen = this.talk.seen();
    const places = this.#said.map((mark) =>
      seen.flatMap((message, at) => (answers(message, mark) ? [at] : [])),
    );
    const uneven = places.flatMap((found, index) =>
      found.length === 1 ? [] : [`${this.#said[index]} is answered ${found.length} times: ${shown(seen)}`],
    );
    const order = places.flat();
    const jumbled = order.some((at, index) => at < (order[index - 1] ?? -1));
    const begun = seen.filter(({ text, buttons }) => buttons.includes("Stop") || /Working on it/.test(text));
    return [
      ...uneven,
      ...(jumbled && uneven.length === 0 ? [`${this.#name} is out of order: ${shown(seen)}`] : []),
      ...begun.map(({ text }) => `a draft stays: ${text}`),
    ];
  }
}

/** A mark as somebody might be called. */
const nameOf = (mark: string) => mark.replace(/^mark/, "Mark");

const answers = ({ text }: Seen, mark: string) =>
  text.replace(/\s+/g, " ").includes(story(mark)) || new RegExp(`${nameOf(mark)}\\b.* created`).test(text);

const shown = (seen: readonly Seen[]) =>
  seen.map(({ text }) => text.slice(0, 60).replace(/\s+/g, " ")).join(" | ");
