import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { type Film, formOf, openFilm, shownIn } from "../schema/schema-room.ts";

let stage: Stage;
let film: Film;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  film = await openFilm(stage);
  for (const name of ["Sarah", "John", "Maya"]) await film.done(`/character create ${name}`);
});
afterAll(() => stage.close());

describe("/relationship", () => {
  test("ties two characters with all that is said of the tie", async () => {
    await film.done('/scene create "INT. DINER - NIGHT" characters=Sarah');
    const made = await film.done(
      '/relationship create Sarah sibling John secret=yes since="INT. DINER - NIGHT"',
    );
    expect(made.changes).toMatchObject([
      { kind: "relationship", action: "created", name: "Sarah – John: sibling" },
    ]);
    const tie = await film.entry("Sarah – John: sibling");
    expect(tie.facts).toMatchObject({
      from: { value: "Sarah" },
      type: { value: "sibling" },
      to: { value: "John" },
      secret: { value: true },
      since: { value: "INT. DINER - NIGHT" },
    });
    const [sarah, john] = [await film.entry("Sarah"), await film.entry("John")];
    expect(tie.links).toMatchObject({ from: [sarah.id], to: [john.id] });
    expect((await film.done("How are Sarah and John related?")).reply.text).toContain("sibling");
  });

  test("is made and changed by a form", async () => {
    const asked = await film.done("/relationship create");
    const made = await film.fill(asked, {
      from: "Maya",
      type: "mentor",
      to: "Sarah",
      secret: "",
      since: "",
      description: "",
    });
    expect(made.error).toBeUndefined();
    const form = await film.press(made, "Edit Maya – Sarah: mentor");
    expect(shownIn(form)).toEqual({ type: "mentor", secret: "", since: "", description: "" });
    await film.fill(form, { ...shownIn(form), type: "rival", description: "since school" });
    expect((await film.entry("Maya – Sarah: rival")).facts.description?.value).toBe("since school");
  });

  test("is found by its ends, or by one of them", async () => {
    await film.done("/relationship create Sarah sibling John");
    await film.done("/relationship create Maya friend John");
    await film.done("/relationship edit Sarah and John description=twins");
    expect((await film.done("/relationship Maya")).reply.text).toContain("Maya – John: friend");
    expect((await film.done("/relationship show John Sarah")).reply.text).toContain("twins");
    expect(await film.refused("/relationship John")).toContain("John may be");
    expect(await film.refused("/relationship Sarah and Maya")).toContain("There is no relationship called");
    await film.done("/relationship remove Maya and John");
    expect((await film.done("/relationship")).reply.text).toContain("1 relationship");
  });

  test.each([
    ["create Sarah sibbling John", "Did you mean sibling?"],
    ["create Sarah John", "I know parent, child, sibling"],
    ["create Sarah sibling Jhon", "Did you mean John?"],
    ["create Sarah sibling Sarah", "cannot be the sibling of Sarah"],
    ["create Sarah rival John secret=perhaps", "It takes yes or no"],
    ["create Sarah rival John colour=red", "has no field colour"],
  ])("refuses %s", async (words, said) => {
    expect(await film.refused(`/relationship ${words}`)).toContain(said);
    expect((await film.done("/relationship")).reply.text).toContain("no relationships yet");
  });

  test("keeps a tie once, from whichever side it is said", async () => {
    await film.done("/relationship create Sarah mentor John");
    expect(await film.refused("/relationship create John mentee Sarah")).toContain(
      "/relationship edit Sarah – John: mentor",
    );
    await film.done("/relationship create John friend Sarah");
  });

  test("takes a field that the film adds", async () => {
    await film.done("/schema field add relationship intensity type=number");
    await film.done("/relationship create Sarah rival John intensity=7");
    expect((await film.entry("Sarah – John: rival")).facts.intensity?.value).toBe(7);
    expect(formOf(await film.done("/relationship create")).fields.map((field) => field.name)).toContain(
      "intensity",
    );
  });
});

test("/prop keeps the film's things", async () => {
  const made = await film.done('/prop create "Gold watch" owner=Sarah quantity=2');
  const watch = await film.entry("Gold watch");
  expect(watch.links.owner).toEqual([(await film.entry("Sarah")).id]);
  await film.fill(await film.press(made, "Edit Gold watch"), { quantity: "3" });
  expect((await film.done("/prop gold watch")).reply.text).toContain("Quantity: 3");
  await film.done('/prop rename "Gold watch" "Silver watch"');
  expect((await film.done("/prop")).reply.text).toContain("Silver watch");
});
