import { expect, test } from "vitest";
import { startDiscourse } from "../../../../../../src/adapters/offline/reader/parts/discourse.ts";
import { displayName, nameAt } from "../../../../../../src/adapters/offline/reader/parts/names.ts";
import { splitSentences } from "../../../../../../src/adapters/offline/reader/text/sentences.ts";
import { tokenize } from "../../../../../../src/adapters/offline/reader/text/tokenize.ts";
import { FILM } from "../reading-of.ts";

function nameIn(text: string, word = 0): string | undefined {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens);
  const talk = startDiscourse(
    { text, known: FILM, focus: [], film: { title: "", documents: {} } },
    tokens,
    sentences,
  );
  const found = sentences[0] && nameAt(sentences[0], word, talk);
  return found && [found.mention.name, found.mention.entry_id].filter((part) => part !== undefined).join("#");
}

test.each([
  ["Maya sleeps", "Maya"],
  ["Karen sleeps", "Karen Whitlock#karen"],
  ["Karen Klein sleeps", "Karen Klein"],
  ["Rosa de Luca sleeps", "Rosa de Luca"],
  ["Dr. Strand sleeps", "Dr. Strand"],
  ["Viktor the Butcher sleeps", "Viktor the Butcher"],
  ["sarah sleeps", "Sarah#sarah"],
  ["johns sister", "John#john"],
  ["whitlock sleeps", "Karen Whitlock#karen"],
  ['Tony "The Ant" Rossi', "Tony Rossi"],
])("a name: %s", (text, expected) => expect(nameIn(text)).toBe(expected));

test.each([
  "Thanks a lot",
  "Detective work",
  "Lisbon is far",
  "maya sleeps",
  "Monday works",
  "Stubborn and loud",
])("no name: %s", (text) => expect(nameIn(text)).toBeUndefined());

test.each([
  ["joe's diner", "Joe's Diner"],
  ["THE BLUE NOTE", "The Blue Note"],
  ["house of wax", "House of Wax"],
  ["AJ", "AJ"],
  ["McCoy", "McCoy"],
  ["hank moody-bell", "Hank Moody-Bell"],
])("displayName %s", (text, expected) => expect(displayName(text)).toBe(expected));
