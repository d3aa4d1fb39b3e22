import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Asked } from "../../../../src/chat/completion.ts";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import type { Place, Session } from "../../../../src/domain/session.ts";
import { createCompletion } from "../../../../src/features/suggest/complete.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

const ADA: Person = { id: "ada", role: "viewer" };
const BO: Person = { id: "bo", role: "writer" };
let stage: Stage;
let studio: Studio;
let session: Session;

beforeAll(async () => {
  stage = await Stage.open();
  return () => stage.close();
});
beforeEach(async () => {
  studio = new Studio(stage);
  session = await stage.session("discord");
});

const ask = async (command: string, option: string, typed = "", more: Partial<Asked> = {}) => {
  const asked = { place: session.place, person: ADA, command, option, typed, given: {}, ...more };
  return (await studio.product.receiver.complete?.(asked)) ?? expect.fail("nobody completes");
};
const labels = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).map(({ label }) => label);
const values = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).map(({ value }) => value);

describe("entries", () => {
  beforeEach(async () => {
    for (const line of ["character Sarah", "character Sam", "location Salon", "prop Saw"])
      await studio.say(session, `/${line.replace(" ", " create ")}`);
  });

  test("are of the command's kind, by the letters typed", async () => {
    expect(await ask("character", "name", "sa")).toEqual([
      { label: "Sam", value: "Sam" },
      { label: "Sarah", value: "Sarah" },
    ]);
    expect(await values("location", "name", "sa")).toEqual(["Salon"]);
    expect(await values("entry", "name", "s", { given: { kind: "prop" } })).toEqual(["Saw"]);
    expect(await labels("history", "about", "sa")).toEqual([
      "Salon · location",
      "Sam · character",
      "Sarah · character",
      "Saw · prop",
    ]);
  });

  test("what they complete is what the command then takes", async () => {
    const [first] = await ask("character", "name", "sar");
    const shown = await studio.say(session, `/character show "${first?.value}"`);
    expect(shown.reply.text).toContain("Sarah");
  });

  test("a new one has no name to pick, and a merge names two", async () => {
    expect(await values("character", "name", "s", { given: { action: "create" } })).toEqual([]);
    expect(await values("character", "text", "s", { given: { action: "merge" } })).toEqual(["Sam", "Sarah"]);
    expect(await values("character", "text", "s", { given: { action: "edit" } })).toEqual([]);
  });
});

test("steps, workflows, formats, documents and commands go by what they are called", async () => {
  expect(await ask("workflow", "step", "outl")).toEqual([
    expect.objectContaining({ value: "outline", label: expect.stringContaining("utline") }),
  ]);
  expect(await values("workflow", "step", "", { given: { action: "format" } })).toContain("documentary");
  expect(await values("workflow", "step", "sh", { given: { action: "use" } })).toEqual(["short"]);
  expect(await values("workflow", "step", "", { given: { action: "restore" } })).toEqual([]);
  expect(await values("stale", "name", "lo")).toEqual(["logline"]);
  expect(await values("help", "command", "loc")).toEqual(["location"]);
  expect(await values("bulk", "kind", "char", { person: BO })).toEqual(["characters"]);
});

test("a project's settings offer their ways, and binding the films there are", async () => {
  const of = (action: string, typed = "") => values("project", "value", typed, { given: { action } });
  expect(await of("saving")).toEqual(["receipt", "propose"]);
  expect(await of("answers", "ch")).toEqual(["channel"]);
  expect(await of("decisions", "vote")).toEqual(["vote 2", "vote 3"]);
  expect(await of("rename")).toEqual([]);
  expect(await of("bind", "night")).toContain(session.project_id);
});

test("operations say how large and how far they are", async () => {
  await studio.say(session, "/bulk characters 3 market people", BO);
  const [one, ...others] = await ask("jobs", "operation", "market");
  expect(others).toEqual([]);
  expect(one?.label).toMatch(/^3 characters · pending · just now, .* · market people · opn_/);
  expect(await values("jobs", "about", "ca")).toEqual(["cancel"]);
  expect(await values("bulk", "count", "", { given: { kind: "cancel" }, person: BO })).toEqual([one?.value]);
});

describe("walls", () => {
  const elsewhere = (over: Partial<Place>): Partial<Asked> => ({ place: { ...session.place, ...over } });

  test("where no project is, nothing is offered, and nothing is made", async () => {
    await studio.say(session, "/character create Sarah");
    const before = await stage.stores.sessions.list({ workspace_id: session.workspace_id }, 100);
    expect(await ask("character", "name", "s", elsewhere({ channel: "other" }))).toEqual([]);
    expect(await ask("character", "name", "s", elsewhere({ workspace: "w2" }))).toEqual([]);
    expect(await ask("character", "name", "s", elsewhere({ platform: "slack" }))).toEqual([]);
    expect(await stage.stores.sessions.list({ workspace_id: session.workspace_id }, 100)).toEqual(before);
  });

  test("a thread without a session yet has its channel's project", async () => {
    await studio.say(session, "/character create Sarah");
    expect(await values("character", "name", "s", elsewhere({ thread: "t1" }))).toEqual(["Sarah"]);
  });

  test("who may not use a command is offered nothing, and an unknown one offers nothing", async () => {
    expect(await ask("bulk", "kind")).toEqual([]);
    expect(await ask("bulk", "kind", "", { person: BO })).not.toEqual([]);
    expect(await ask("nothing", "kind")).toEqual([]);
    expect(await ask("ask", "question")).toEqual([]);
    expect(await ask("character", "__proto__")).toEqual([]);
  });
});

test("who types on for a moment costs the place's project once, and what failed is asked for again", async () => {
  const { projects, sessions } = stage.stores;
  let reads = 0;
  let away = true;
  const completion = createCompletion({
    commands: studio.product.commands,
    sessions,
    projects: {
      get: async (id) => {
        reads += 1;
        if (away) throw new Error("the store is away");
        return projects.get(id);
      },
    },
    clock: stage.clock,
  });
  const asked = {
    place: session.place,
    person: ADA,
    command: "stale",
    option: "name",
    typed: "lo",
    given: {},
  };
  await expect(completion(asked)).rejects.toThrow("away");
  away = false;
  const answers = await Promise.all([completion(asked), completion(asked)]);
  expect(answers.map((found) => found.length)).toEqual([1, 1]);
  expect(reads).toBe(2);
  stage.clock.pass(3_000);
  await completion(asked);
  expect(reads).toBe(3);
});
