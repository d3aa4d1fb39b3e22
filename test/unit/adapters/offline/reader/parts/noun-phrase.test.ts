import { expect, test } from "vitest";
import { startDiscourse } from "../../../../../../src/adapters/offline/reader/parts/discourse.ts";
import { personPhraseAt } from "../../../../../../src/adapters/offline/reader/parts/noun-phrase.ts";
import { splitSentences } from "../../../../../../src/adapters/offline/reader/text/sentences.ts";
import { tokenize } from "../../../../../../src/adapters/offline/reader/text/tokenize.ts";

function phrase(text: string): string | undefined {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens);
  const talk = startDiscourse(
    { text, known: [], focus: [], film: { title: "", documents: {} } },
    tokens,
    sentences,
  );
  const found = sentences[0] && personPhraseAt(sentences[0], 0, talk);
  return found && [found.sure, ...found.fields.map((field) => `${field.field}=${field.value}`)].join(" ");
}

test.each([
  ["a burnt-out teacher", "trade traits=burnt-out occupation=teacher"],
  ["a retired surgeon in her fifties", "trade occupation=retired surgeon"],
  ["a 28-year-old homicide detective", "trade age=28 occupation=homicide detective"],
  ["an Irish priest", "trade ethnicity=Irish occupation=priest"],
  ["a private eye", "trade occupation=private eye"],
  ["the head of security", "trade occupation=head of security"],
  ["a tall woman", "person appearance=tall gender=female"],
  ["a teenage runaway", "trade age_range=teens occupation=runaway"],
  ["the main villain", "person role=lead archetype=villain"],
  ["a lawyer turned activist", "trade occupation=lawyer turned activist"],
  ["a nosy neighbour", "person traits=nosy"],
])("%s", (text, expected) => expect(phrase(text)).toBe(expected));
