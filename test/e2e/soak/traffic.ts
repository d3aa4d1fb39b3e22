import type { Random } from "../../../src/lib/random.ts";
import type { Seen, Talk } from "../../rooms/room.ts";

const SYLLABLES = "ba de fi go ku la me ni po ru sa te vi zo ha je li mo nu ra".split(" ");

/** Something said, and how often what Backlot shows must answer it. */
interface Said {
  readonly text: string;
  /** Whom it is about. */
  readonly name: string;
  /** Messages that answer it. */
  readonly answers: (seen: Seen) => boolean;
}

/** One conversation of the soak: what was said in it is answered once each, whatever happens meanwhile. */
export class Traffic {
  readonly talk: Talk;
  readonly #where: string;
  readonly #said: Said[] = [];
  readonly #cast: string[] = [];
  readonly #random: Random;
  readonly #name: () => string;
  readonly #pending = new Set<Promise<void>>();

  constructor(where: string, talk: Talk, random: Random, name: () => string) {
    this.#where = where;
    this.talk = talk;
    this.#random = random;
    this.#name = name;
  }

  get count(): number {
    return this.#said.length;
  }

  /** Says the next thing, without waiting for an answer. */
  speak(): void {
    const said = this.#next();
    this.#said.push(said);
    const saying = this.talk.say(said.text, this.#random.pick(["Ana", "Bo"])).finally(() => {
      this.#pending.delete(saying);
    });
    this.#pending.add(saying);
  }

  /** What is not answered exactly once, in words. Empty when all is well. */
  async wrong(): Promise<string[]> {
    await Promise.all(this.#pending);
    const seen = byWord(this.talk.seen());
    return this.#said.flatMap(({ text, name, answers }) => {
      const about = seen.get(name) ?? [];
      const found = about.filter(answers);
      const told = about.map((message) => message.text).join(" | ");
      return found.length === 1
        ? []
        : [`${this.#where}: “${text}” is answered ${found.length} times: ${told}`];
    });
  }

  #next(): Said {
    const dice = this.#random.next();
    const known = dice < 0.3 ? this.#shown() : undefined;
    if (known !== undefined) return this.#fact(known);
    if (dice < 0.45) return this.#question();
    return this.#character();
  }

  /** Somebody whose receipt is there. What a platform tells again comes after what was said later, and is taken so. */
  #shown(): string | undefined {
    const seen = this.talk.seen();
    return this.#cast.find((name) => seen.some(({ text }) => created(name).test(text)));
  }

  #character(): Said {
    const name = this.#name();
    this.#cast.push(name);
    return {
      name,
      text: `Create a character named ${name}, a baker`,
      answers: ({ text }) => created(name).test(text),
    };
  }

  #fact(name: string): Said {
    this.#cast.splice(this.#cast.indexOf(name), 1);
    const age = this.#random.between(20, 80);
    return {
      name,
      text: `${name} is ${age} years old`,
      answers: ({ text }) => new RegExp(`${name}\\*+ \\(character\\) updated`).test(text),
    };
  }

  /** About somebody nobody has heard of, so that only its answer has the name. */
  #question(): Said {
    const name = `${this.#name()}x`;
    return { name, text: `Who is ${name}?`, answers: ({ text }) => text.includes(name) };
  }
}

/** Every message under each word of it, so that thousands are judged without holding up the fakes in this process. */
function byWord(seen: readonly Seen[]): Map<string, Seen[]> {
  const found = new Map<string, Seen[]>();
  for (const message of seen)
    for (const word of new Set(message.text.match(/[A-Za-z]+/g))) {
      const under = found.get(word);
      if (under) under.push(message);
      else found.set(word, [message]);
    }
  return found;
}

const created = (name: string) => new RegExp(`${name}\\*+ \\(character\\) created`);

/** Names of four syllables, none like another. */
export function nameMaker(): () => string {
  let serial = 0;
  return () => {
    serial += 1;
    // A step that shares no factor with the count walks through all of them, far from one to the next.
    let rest = (serial * 52_361) % SYLLABLES.length ** 4;
    let name = "";
    for (let part = 0; part < 4; part += 1) {
      name += SYLLABLES[rest % SYLLABLES.length];
      rest = Math.floor(rest / SYLLABLES.length);
    }
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}
