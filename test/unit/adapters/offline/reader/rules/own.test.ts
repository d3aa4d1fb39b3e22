import { describe, expect, test } from "vitest";
import { loadCases, requestOf } from "../../../../../../bench/eval-cases.ts";
import { readOffline } from "../../../../../../src/adapters/offline/read.ts";
import { EMPTY_SCHEMA } from "../../../../../../src/domain/bible/project-schema.ts";
import { convoyReading } from "../own-film.ts";
import { inShort } from "../reading-of.ts";

describe("a field of the project's own is read with the type it has", () => {
  test.each([
    ["Sarah's blood type is ab", "character Sarah blood_type=AB"],
    ["Sarah's blood group: O", "character Sarah blood_type=O"],
    ["John has clearance level twelve", "character John clearance=12"],
    ["John's clearance level is 2.5", "character John clearance=2.5"],
    ["Betsy's security seats are 4", undefined],
    ["Betsy has 4 seats", "vehicle Betsy seats=4"],
    ["Betsy is armored", "vehicle Betsy armoured=true"],
    ["Betsy isn't armoured", "vehicle Betsy armoured=false"],
    ["John can drive", "character John can_drive=true"],
    ["John can't drive", "character John can_drive=false"],
    ["the diner does not need a permit", "location Diner permit=false"],
    ["John's languages: Polish, Thai & Urdu", "character John languages=Polish+Thai+Urdu"],
    ["the licence plate of Betsy is KX 51 ABC", "vehicle Betsy plate=KX 51 ABC"],
    ["Betsy - call sign: Red 5, seats: 3", "vehicle Betsy call_sign=Red 5 seats=3"],
    ["weather for the diner scene: fog", "scene INT. DINER - NIGHT weather=fog"],
  ])("%s", (text, statement) => {
    expect(inShort(convoyReading(text))).toEqual(statement === undefined ? [] : [statement]);
  });

  test("with a pronoun, of whom the session speaks", () => {
    expect(inShort(convoyReading("her star sign is Leo", ["sarah"]))).toEqual([
      "character Sarah star_sign=Leo",
    ]);
    expect(inShort(convoyReading("its call sign is Mother", ["betsy"]))).toEqual([
      "vehicle Betsy call_sign=Mother",
    ]);
  });

  test("in an order it corrects what is known", () => {
    const [one] = convoyReading("change Sarah's blood type to B").statements;
    expect(one).toMatchObject({
      type: "entry",
      corrects: true,
      fields: [{ field: "blood_type", value: "B" }],
    });
  });
});

describe("what does not fit is not read", () => {
  test.each([
    ["Sarah's blood type is banana"],
    ["Sarah's shoe size is 38"],
    ["Sarah's clearance level is 3 pages long"],
    ["Betsy's blood type is A"],
    ["maybe Sarah's blood type is A"],
    ["what is Sarah's blood type?"],
    ["my blood type is A"],
    ["Sarah's star sign is not Leo"],
  ])("%s", (text) => expect(inShort(convoyReading(text))).toEqual([]));
});

describe("an entry of the project's own kinds", () => {
  test.each([
    ["create a vehicle named Dusty, a rusty van", ["vehicle Dusty! description=a rusty van"]],
    ["new ride: Dusty", ["vehicle Dusty!"]],
    ["there's a monster called Grendel that eats cats", ["creature Grendel! description=eats cats"]],
    ["add vehicles: Rex, Dino and Spike", ["vehicle Rex!", "vehicle Dino!", "vehicle Spike!"]],
    ["Dusty is a vehicle", ["vehicle Dusty!"]],
    [
      "create a vehicle called Dusty with call sign Red 5 and six seats",
      ["vehicle Dusty! call_sign=Red 5 seats=6"],
    ],
    ["Vehicle: Dusty\nCall sign: Red 5", ["vehicle Dusty! call_sign=Red 5"]],
    ["Betsy is an old fire engine", ["vehicle Betsy description=an old fire engine"]],
    ["rename Betsy to Bess", ["rename Betsy Bess"]],
    ["delete the vehicle Betsy", ["remove Betsy"]],
    ["I need a vehicle by noon tomorrow", []],
    ["is there a vehicle called Bob?", []],
  ])("%s", (text, statements) => expect(inShort(convoyReading(text))).toEqual(statements));

  test("and a character's sheet may hold the project's fields", () => {
    expect(inShort(convoyReading("Create a character named Ivo, 40, pilot, blood type B"))).toEqual([
      "character Ivo! age=40 blood_type=B occupation=pilot",
    ]);
  });
});

test("a project that adds nothing is read as without a schema", () => {
  for (const one of loadCases().filter((_, index) => index % 41 === 0)) {
    const { schema: _, ...request } = requestOf(one);
    expect(readOffline({ ...request, schema: EMPTY_SCHEMA })).toEqual(readOffline(request));
  }
});
