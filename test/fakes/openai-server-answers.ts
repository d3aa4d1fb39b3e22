import type { Answer, ChatBody } from "./openai-server-protocol.ts";

const EMPTY = {
  entries: [],
  relationships: [],
  merges: [],
  renames: [],
  removals: [],
  questions: [],
  requests: [],
};
const FIRST = ["Ada", "Bruno", "Clio", "Dario", "Elif", "Finn", "Greta", "Hugo", "Inês", "Jonas"];
const LAST = ["Arden", "Bloom", "Castell", "Dorn", "Eastman", "Farrow", "Gould", "Hale", "Ilves", "Jarrow"];

/** Plausible answers without a model: by the name of the schema asked for, else a sentence. */
export function answerSensibly(body: ChatBody): Answer {
  const format = schemaName(body);
  if (format === "reading") return { text: JSON.stringify(reading(dataIn(body, "message"))) };
  if (format === "wording") return { text: JSON.stringify({ offers: wording(dataIn(body, "offers")) }) };
  if (format !== undefined) return { text: JSON.stringify(draft(format, body)) };
  const revised = dataIn(body, "text");
  if (revised !== "") return { text: revise(revised, dataIn(body, "changes")) };
  const asked = body.messages.at(-1);
  if (body.tools && body.tool_choice !== "none" && /next|what now/i.test(String(asked?.content))) {
    const choice = {
      index: 0,
      label: "Do the first thing",
      description: "It helps most.",
      recommended: true,
    };
    return {
      text: "This would help most.",
      toolCalls: [{ name: "present_choices", arguments: { choices: [choice] } }],
    };
  }
  return {
    text: body.tools
      ? "I am listening. Tell me more."
      : "A story is written here, in words that a model chose.",
  };
}

/** What people said, by the name of its frame; the last one when there are several. */
export function dataIn(body: ChatBody, name: string): string {
  const all = body.messages.map((message) => message.content ?? "").join("\n");
  return (
    [...all.matchAll(new RegExp(`<data name="${name}">\\n([\\s\\S]*?)\\n</data>`, "g"))].at(-1)?.[1] ?? ""
  );
}

/** Every offer said a little otherwise. */
const wording = (offers: string): object[] =>
  (JSON.parse(offers) as { label: string }[]).map((offer) => ({ ...offer, label: `Now: ${offer.label}` }));

/** The old values exchanged for the new ones, where they stand. */
function revise(text: string, changes: string): string {
  return [...changes.matchAll(/: was (.+), is (.+)$/gm)].reduce(
    (now, [, was = "", is = ""]) => now.replaceAll(was, is),
    text,
  );
}

function schemaName(body: ChatBody): string | undefined {
  const given = body.response_format?.json_schema?.name;
  if (
    given !== undefined ||
    !body.messages.some((message) => message.content?.includes("fits this JSON Schema"))
  )
    return given;
  const system = String(body.messages[0]?.content);
  return /invent one (\w+)/.exec(system)?.[1] ?? "reading";
}

function reading(text: string): object {
  const named = /\bnamed (\p{Lu}\p{L}+)/u.exec(text);
  if (!named?.[1]) return EMPTY;
  const job = /\b(journalist|detective|pilot|surgeon)\b/.exec(text)?.[1];
  const fields = job === undefined ? [] : [{ field: "occupation", value: job, quote: job }];
  return {
    ...EMPTY,
    entries: [
      {
        kind: "character",
        subject: { name: named[1], quote: named[1] },
        is_new: true,
        group: null,
        drops: [],
        corrects: false,
        fields,
      },
    ],
  };
}

/** A name that is not taken, of the number asked for. */
function draft(kind: string, body: ChatBody): object {
  const taken = dataIn(body, "taken").toLowerCase();
  const number = Number(/It is number (\d+)/.exec(JSON.stringify(body.messages))?.[1] ?? 1);
  const names = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));
  const turned = [...names.slice(number * 7), ...names.slice(0, number * 7)];
  const name = turned.find((each) => !taken.includes(each.toLowerCase())) ?? "Nobody Else";
  const nothing = Object.fromEntries(properties(kind).map((key) => [key, null]));
  if (kind === "character")
    return {
      ...nothing,
      name,
      role: "support",
      age: 30 + number,
      occupation: "harbour pilot",
      want: "To go home.",
    };
  if (kind === "location")
    return {
      ...nothing,
      name: `${name} House`,
      int_ext: "INT",
      description: "A house at the end of a lane.",
    };
  const cast = dataIn(body, "cast")
    .split(", ")
    .filter((each) => each !== "" && each !== "none yet");
  const place = dataIn(body, "places").split(", ")[0] ?? "";
  const set = place === "" || place === "any" ? "Diner" : place;
  return {
    ...nothing,
    name: `The Night of ${name}`,
    heading: `INT. ${set.toUpperCase()} - NIGHT`,
    location: set,
    characters: cast.length > 0 ? cast.slice(0, 2) : null,
    summary: "Two people meet. One of them leaves with more than was brought.",
  };
}

function properties(kind: string): string[] {
  if (kind === "location") return ["description", "int_ext", "atmosphere", "address"];
  if (kind === "scene") return ["int_ext", "set", "location", "time_of_day", "characters", "props"];
  return "role age gender occupation one_line want need motivation flaw fear traits stakes arc background voice appearance wardrobe".split(
    " ",
  );
}
