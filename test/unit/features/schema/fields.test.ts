import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { type Film, formOf, openFilm, shownIn, VIEWER, WRITER } from "./schema-room.ts";

let stage: Stage;
let film: Film;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  film = await openFilm(stage);
});
afterAll(() => stage.close());

const BLOOD =
  '/schema field add character "blood type" type=choice options=A|B|AB|0 aliases=blood|Blutgruppe';

describe("a field of the film's own", () => {
  test("is added by a command, and taken by command under any of its names", async () => {
    const added = await film.done(BLOOD);
    expect(added.reply.text).toContain(
      "Every character has room for **Blood type** now: one of A, B, AB or 0",
    );
    expect((await film.schema()).fields).toEqual([
      {
        kind: "character",
        name: "blood_type",
        label: "Blood type",
        type: "select",
        options: ["A", "B", "AB", "0"],
        required: false,
        aliases: ["blood", "Blutgruppe"],
      },
    ]);
    await film.done("/character create Sarah age=28 blutgruppe=ab");
    expect((await film.entry("Sarah")).facts.blood_type?.value).toBe("AB");
    const edited = await film.done("/character edit Sarah blood type=a");
    expect((await film.entry("Sarah")).facts.blood_type?.value).toBe("A");
    expect(edited.reply.text).toContain("blood type AB → A");
    expect((await film.done("/character Sarah")).reply.text).toContain("Blood type: A");
    expect(await film.refused("/character edit Sarah blood type=green")).toBe(
      "“green” does not fit the field blood type of a character. It takes A, B, AB or 0.",
    );
    expect(await film.refused("/character edit Sarah blood_typ=A")).toContain("Did you mean blood_type?");
  });

  test("is added by a form, and is in the forms of its kind", async () => {
    const asked = await film.done("/schema field add");
    expect(formOf(asked).fields.map((field) => field.name)).toEqual([
      "kind",
      "name",
      "type",
      "options",
      "required",
    ]);
    const made = await film.fill(asked, {
      kind: "prop",
      name: "Made of",
      type: "short text",
      options: "",
      required: "yes",
    });
    expect(made.error).toBeUndefined();
    expect((await film.schema()).fields).toMatchObject([
      { kind: "prop", name: "made_of", type: "line", required: true },
    ]);
    const form = formOf(await film.done("/prop create"));
    expect(form.fields.map(({ name, required }) => [name, required ?? false])).toEqual([
      ["name", true],
      ["made_of", true],
      ["owner", false],
      ["description", false],
    ]);
    const again = await film.press(made, "Add another field");
    expect(formOf(again)).toMatchObject({ title: "New field for prop" });
    await film.fill(again, {
      name: "Fragile",
      type: "yes or no",
      options: "",
      required: "no",
      aliases: "breaks | brittle",
    });
    expect((await film.schema()).fields[1]).toMatchObject({
      kind: "prop",
      type: "boolean",
      aliases: ["breaks", "brittle"],
    });
    await film.done("/prop create Vase made of=glass brittle=yes");
    expect((await film.entry("Vase")).facts).toMatchObject({
      made_of: { value: "glass" },
      fragile: { value: true },
    });
  });

  test("is changed by a form, and taken back", async () => {
    await film.done(BLOOD);
    const asked = await film.done("/schema field change character blood type");
    expect(shownIn(asked)).toEqual({
      label: "Blood type",
      type: "choice",
      options: "A | B | AB | 0",
      required: "no",
      aliases: "blood | Blutgruppe",
    });
    const before = await film.schema();
    const changed = await film.fill(asked, { ...shownIn(asked), label: "Blood group", required: "yes" });
    expect((await film.schema()).fields[0]).toMatchObject({
      label: "Blood group",
      required: true,
      options: ["A", "B", "AB", "0"],
    });
    await film.press(changed, "Take it back");
    expect(await film.schema()).toEqual(before);
    const same = await film.done('/schema field change character blood label="Blood type"');
    expect(same.reply.text).toContain("how it is already");
  });

  test("changes its type without losing what is there, and lists what does not fit", async () => {
    await film.done("/schema field add character speed");
    await film.done("/character create Sarah speed=fast");
    await film.done("/character create John speed=12.5");
    const changed = await film.done("/schema field change character speed type=number");
    expect(changed.reply.text).toContain(
      "2 characters have one, and 1 of them does not fit. It stays as it is",
    );
    expect(changed.reply.text).toContain("Sarah: fast");
    expect(changed.reply.text).not.toContain("John");
    expect((await film.entry("Sarah")).facts.speed?.value).toBe("fast");
    const form = await film.done("/character edit Sarah");
    expect(formOf(form).fields.find((field) => field.name === "speed")).toMatchObject({
      input: "text",
      value: "fast",
    });
    await film.fill(form, { ...shownIn(form), age: "28" });
    expect((await film.entry("Sarah")).facts).toMatchObject({ speed: { value: "fast" }, age: { value: 28 } });
  });

  test("leaves what it held when it is removed: shown, and no longer edited", async () => {
    await film.done(BLOOD);
    await film.done("/character create Sarah blood=A");
    await film.done("/character create John");
    const removed = await film.done("/schema field remove character blutgruppe");
    expect(removed.reply.text).toContain("1 character had one; what they hold stays and is shown");
    expect((await film.done("/character Sarah")).reply.text).toContain("Blood type: A");
    expect(shownIn(await film.done("/character edit Sarah"))).not.toHaveProperty("blood_type");
    expect(await film.refused("/character edit Sarah blood_type=B")).toContain("has no field blood_type");
    await film.press(removed, "Take it back");
    await film.done("/character edit Sarah blood_type=B");
    expect((await film.entry("Sarah")).facts.blood_type?.value).toBe("B");
  });
});

describe("what must be filled in", () => {
  test("may be a field every film has, or one of the film's own", async () => {
    await film.done(BLOOD);
    const required = await film.done("/schema require character.occupation");
    await film.done("/schema require character blood type");
    expect(await film.schema()).toMatchObject({
      required: ["character.occupation"],
      fields: [{ required: true }],
    });
    const form = formOf(await film.done("/character create"));
    expect(form.fields.slice(0, 3).map(({ name, required: must }) => [name, must])).toEqual([
      ["name", true],
      ["occupation", true],
      ["blood_type", true],
    ]);
    await film.press(required, "Take it back");
    await film.done("/schema optional character.blood_type");
    expect(await film.schema()).toMatchObject({ required: [], fields: [{ required: false }] });
  });

  test("is marked as missing in the form of an entry, and does not hold it up", async () => {
    await film.done("/character create Sarah age=28");
    await film.done("/schema require character.age");
    await film.done("/schema require character.gender");
    const form = formOf(await film.done("/character edit Sarah"));
    expect(form.fields.slice(0, 3).map(({ name, label, required }) => [name, label, required])).toEqual([
      ["name", "Name", true],
      ["age", "Age", undefined],
      ["gender", "Gender (still missing)", undefined],
    ]);
  });

  test("is asked for when it is missing", async () => {
    await film.done("/schema require character.occupation");
    const told = await film.done("Create a character named Sarah");
    expect(told.reply.text).toMatch(/Sarah.*\?/s);
    await film.done("a journalist");
    expect((await film.entry("Sarah")).facts.occupation?.value).toBe("journalist");
  });
});

describe("what is refused", () => {
  test.each([
    ["/schema field add character occupation", "has the field occupation already"],
    ["/schema field add character mood type=choice", "there are none yet. Name them, with | between"],
    ["/schema field add character mood type=colour", "There is no type “colour”. A field is short text"],
    ["/schema field add character mood type=numbr", "Did you mean number?"],
    ["/schema field add caracter mood", "This film has no kind “caracter”. Did you mean character?"],
    ["/schema field add xyzzy mood", "/schema kind add makes another"],
    ["/schema field add character 9lives", "cannot be a field's name"],
    ["/schema field add character mood required=maybe", "neither yes nor no"],
    [
      `/schema field add character mood label="${"x".repeat(61)}"`,
      "label is too long: it has at most 60 characters",
    ],
    ["/schema field change character age type=number", "age is a field that every film has, so it stays"],
    ["/schema field remove character mood", "Nobody added a field “mood” to character. Add one"],
    ["/schema field paint character mood", "Type /schema field add, change or remove."],
    ["/schema require character.agee", "Did you mean age?"],
    ["/schema require character.name", "no field that can be required"],
    ["/schema change={}", "no change I can read"],
    ["/schema change=nonsense", "no change I can read"],
  ])("%s", async (text, said) => {
    expect(await film.refused(text)).toContain(said);
    expect(await film.schema()).toEqual({ kinds: [], fields: [], required: [] });
  });

  test("changes by those who are no producers; they may look", async () => {
    for (const person of [VIEWER, WRITER]) {
      expect(await film.refused(BLOOD, person)).toContain("producer");
      expect(await film.refused('/schema change={"do":"require","path":"character.age"}', person)).toContain(
        "producer",
      );
      const shown = await film.say("/schema", person);
      expect(shown.error).toBeUndefined();
      expect(shown.choices).toEqual([]);
    }
  });
});
