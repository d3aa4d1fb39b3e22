import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { type Film, formOf, openFilm, shownIn } from "./schema-room.ts";

let stage: Stage;
let film: Film;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  film = await openFilm(stage);
});
afterAll(() => stage.close());

describe("a kind of the film's own", () => {
  test("is added, has fields, and its entries are kept by /entry", async () => {
    const added = await film.done("/schema kind add Vehicle aliases=car|truck");
    expect((await film.schema()).kinds).toEqual([
      { name: "vehicle", label: "vehicle", plural: "vehicles", aliases: ["car", "truck"] },
    ]);
    await film.done("/schema field add car plate required=yes");
    const form = await film.press(added, "Add a vehicle");
    expect(formOf(form).fields.map((field) => field.name)).toEqual(["name", "plate", "description"]);
    const made = await film.fill(form, { name: "Blue Van", plate: "B-LU 1", description: "" });
    expect(made.changes).toMatchObject([{ kind: "vehicle", name: "Blue Van", action: "created" }]);
    expect(shownIn(await film.press(made, "Edit Blue Van"))).toMatchObject({
      name: "Blue Van",
      plate: "B-LU 1",
    });
    await film.done('/entry truck edit "Blue Van" plate=X');
    expect((await film.done("/entry vehicle")).reply.text).toContain("Blue Van: X");
    expect((await film.done("/entry vehicles Blue Van")).reply.text).toContain("Plate: X");
    expect((await film.done("/entry")).reply.text).toContain("1 vehicle: /entry vehicle");
    expect((await film.done("/project")).reply.text).toContain("1 vehicle");
    await film.done('/entry vehicle rename "Blue Van" "Red Van"');
    expect(await film.refused("/entry vehicle create Red Van")).toContain(
      "There is a vehicle called Red Van already",
    );
    expect(await film.refused("/entry vehicle Blu Van")).toContain("There is no vehicle called");
    await film.done("/entry vehicle remove Red Van");
    expect((await film.done("/entry vehicle")).reply.text).toContain("This film has no vehicles yet");
  });

  test("is not held up by the workflow", async () => {
    await film.done("/schema kind add song");
    await film.done("/entry song create Lullaby");
    await film.done("/project workflow free");
    await film.done("/entry song create Anthem");
    expect((await film.done("/entry song")).reply.text).toContain("2 songs");
  });

  test("is added and changed by a form", async () => {
    const asked = await film.done("/schema kind add");
    const made = await film.fill(asked, { name: "City", plural: "", aliases: "town" });
    expect((await film.schema()).kinds).toEqual([
      { name: "city", label: "city", plural: "cities", aliases: ["town"] },
    ]);
    const field = await film.press(made, "Add a field to it");
    await film.fill(field, { name: "Mayor", type: "short text", options: "", required: "no", aliases: "" });
    const form = await film.done("/schema kind change town");
    expect(shownIn(form)).toEqual({ label: "city", plural: "cities", aliases: "town" });
    await film.fill(form, { label: "VFX city", plural: "VFX cities", aliases: "" });
    expect((await film.schema()).kinds).toEqual([
      { name: "city", label: "VFX city", plural: "VFX cities", aliases: [] },
    ]);
    expect((await film.done("/schema VFX city")).reply.text).toContain("Mayor: short text");
  });

  test("leaves its entries when it is removed: shown, removable, no longer edited", async () => {
    await film.done("/schema kind add vehicle");
    await film.done("/schema field add vehicle plate");
    await film.done("/entry vehicle create Van plate=X");
    const before = await film.schema();
    const removed = await film.done("/schema kind remove vehicle");
    expect(removed.reply.text).toContain("Its fields went with it: Plate.");
    expect(removed.reply.text).toContain("The 1 vehicle of this film stay");
    expect((await film.done("/entry")).reply.text).toContain("no longer has as a kind");
    expect((await film.done("/entry vehicle Van")).reply.text).toContain("Plate: X");
    for (const text of ["edit Van plate=Y", "create Other", "rename Van Bus"])
      expect(await film.refused(`/entry vehicle ${text}`)).toContain(
        "This film no longer has the kind vehicle",
      );
    await film.press(removed, "Take it back");
    expect(await film.schema()).toEqual(before);
    await film.done("/entry vehicle edit Van plate=Y");
    await film.done("/schema kind remove vehicle");
    await film.done("/entry vehicle remove Van");
    expect(await film.refused("/entry vehicle")).toContain("This film has no kind “vehicle”");
  });

  test.each([
    ["/schema kind add character", "is a kind that every film has"],
    ["/schema kind add actors aliases=characters", "“characters” is a kind that every film has"],
    ["/schema kind add 9 lives", "cannot be a kind's name"],
    ["/schema kind remove vehicle", "This film added no kind “vehicle”. Add one"],
    ["/schema kind change scene", "is a kind that every film has"],
    ["/entry vehicel", "Its kinds are character, scene, location, relationship and prop"],
  ])("%s is refused", async (text, said) => {
    expect(await film.refused(text)).toContain(said);
  });
});

test("/schema shows all that was added, or one kind in full", async () => {
  expect((await film.done("/schema")).reply.text).toContain("Nothing was added for this one yet");
  await film.done("/schema kind add vehicle aliases=car");
  await film.done("/schema field add scene weather type=choice options=rain|sun");
  await film.done("/schema require scene.location");
  const shown = await film.done("/schema");
  expect(shown.reply.text).toContain(
    "Scene (no scenes)\n• Location, must be filled in\n• Weather: one of rain or sun",
  );
  expect(shown.reply.text).toContain("Vehicle (no vehicles, also called car)");
  expect(shown.choices.map((choice) => choice.label)).toEqual(["Add a field", "Add a kind"]);
  const scene = (await film.done("/schema show scenes")).reply.text;
  expect(scene).toContain("From the start: name, heading, number");
  expect(scene).toContain("/schema field change scene weather");
  expect(await film.refused("/schema wether")).toContain("no kind “wether”");
});
