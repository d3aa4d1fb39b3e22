import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Session } from "../../../src/domain/session.ts";
import { Studio } from "../../support/product.ts";
import { Stage } from "../../support/stage.ts";
import { film } from "../../support/workflows.ts";

const VIEWER = { id: "vera", name: "Vera", role: "viewer" } as const;

describe("the product, by command and button", () => {
  let stage: Stage;
  let studio: Studio;
  let session: Session;

  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    studio = new Studio(stage);
    session = await stage.session();
  });
  afterAll(() => stage.close());

  const say = (text: string) => studio.say(session, text);
  const choice = (view: Awaited<ReturnType<typeof say>>, label: RegExp) => {
    const found = view.choices.find((candidate) => label.test(candidate.label));
    if (!found)
      throw new Error(`no ${label} among ${view.choices.map((candidate) => candidate.label).join(", ")}`);
    return found.id;
  };
  const names = async () =>
    (await stage.stores.bible.list(session.project_id, { limit: 50 })).map((entry) => entry.name);

  test("/project shows, renames, makes another with a session of its own, and changes the workflow", async () => {
    await say("/project rename The Long Night");
    expect((await say("/project")).reply.blocks[0]).toMatchObject({ type: "card", title: "The Long Night" });
    await say('/project create "Second Film"');
    const sessions = await stage.stores.sessions.list({ workspace_id: session.workspace_id }, 50);
    expect(
      sessions.some((other) => other.title === "Second Film" && other.project_id !== session.project_id),
    ).toBe(true);
    await say("/project workflow free");
    expect((await stage.stores.projects.get(session.project_id))?.workflow).toBe("free");
    expect((await say("/project workflow wild")).error).toMatchObject({
      code: "invalid",
      hint: expect.stringContaining("film, short, free"),
    });
    expect((await say(`/project rename ${"x".repeat(200)}`)).error?.code).toBe("invalid");
  });

  test("/session starts another on the same project, and names this one", async () => {
    await say('/session start "Act two"');
    const sessions = await stage.stores.sessions.list(
      { workspace_id: session.workspace_id, project_id: session.project_id },
      50,
    );
    expect(sessions.map((other) => other.title).sort()).toEqual(["Act two", "Night Shift"]);
    await say("/session rename Kitchen talk");
    expect((await stage.stores.sessions.get(session.id))?.title).toBe("Kitchen talk");
    expect((await say("/session list")).reply.text).toContain("Kitchen talk (this one)");
  });

  test("/workflow tells where the film stands, refuses what is locked, takes a skip with its reason, and reopens", async () => {
    expect((await say("/workflow")).reply.text).toContain(
      "0 of 13 steps are done (0 %). Now: **Concept**, which has no concept",
    );
    expect((await say("/workflow complete storyboard")).error).toMatchObject({
      code: "blocked",
      message: expect.stringContaining("Breakdown must come first"),
    });
    expect((await say("/workflow skip concept")).error?.message).toContain("Say why");
    expect((await say("/workflow skip concept we begin with people")).reply.text).toContain(
      "Concept is skipped: we begin with people.",
    );
    expect((await say("/workflow steps")).reply.text).toContain("– Concept");
    expect((await say("/workflow reopen concept")).reply.text).toContain("Concept is open again.");
  });

  test("a paper is written from the bible or kept as said, and shows in the workflow", async () => {
    await say("Create a character named Sarah, a 28-year-old journalist investigating corruption");
    const written = await say("/workflow write logline");
    const logline = (await stage.stores.projects.get(session.project_id))?.documents.logline ?? "";
    expect(logline).toContain("Sarah");
    expect(written.reply.text).toContain(logline);
    await say("the logline is: A reporter finds her own name in the files.");
    expect((await stage.stores.projects.get(session.project_id))?.documents.logline).toBe(
      "A reporter finds her own name in the files.",
    );
    expect((await say("/workflow steps")).reply.text).toContain("✓ Logline");
    expect((await say("/workflow write poem")).error?.hint).toContain("logline");
  });

  test("a button acts once however often it is pressed, and is drawn as pressed", async () => {
    const made = await say("Create a character named John, age 30, detective");
    const undo = choice(made, /^Undo/);
    const first = await studio.press(session, undo);
    const again = await studio.press(session, undo);
    expect(again.turn_id).toBe(first.turn_id);
    expect(await names()).toEqual([]);
    const [block] =
      (await stage.stores.messages.get(made.reply.message_id))?.blocks.filter(
        (candidate) => candidate.type === "choices",
      ) ?? [];
    expect(block?.choices.find((candidate) => candidate.id === undo)).toMatchObject({
      state: "pressed",
      pressed_by: "ada",
    });
  });

  test("a button of another session does nothing here", async () => {
    const other = await stage.session();
    const made = await studio.say(other, "Create a character named John, age 30, detective");
    expect((await studio.press(session, choice(made, /^Undo/))).error?.code).toBe("not_found");
    expect((await stage.stores.bible.list(other.project_id, { limit: 5 })).length).toBe(1);
  });

  test("Edit opens a form with what is known, and the form's values are written", async () => {
    const made = await say("Create a character named John, age 30, detective");
    const form = (await studio.press(session, choice(made, /^Edit/))).reply.blocks.find(
      (block) => block.type === "form",
    );
    if (form?.type !== "form") throw new Error("no form");
    expect(form.fields.find((field) => field.name === "age")?.value).toBe("30");
    const values = Object.fromEntries(
      form.fields.map((field) => [field.name, field.name === "age" ? "31" : (field.value ?? "")]),
    );
    await studio.fill(session, form.form_id, values);
    const [john] = await stage.stores.bible.list(session.project_id, { limit: 5 });
    expect(john?.facts.age?.value).toBe(31);
  });

  test("a next step that was offered for another state of the project says that it is out of date", async () => {
    const before = await say("/workflow");
    const draft = choice(before, /^Draft a concept/);
    await studio.press(session, draft);
    expect((await stage.stores.projects.get(session.project_id))?.documents.concept).toBeTruthy();
    const { nextChoices } = await import("../../../src/domain/workflow/next-choices.ts");
    const project = await stage.stores.projects.get(session.project_id);
    if (!project) throw new Error("no project");
    const [next] = nextChoices({
      project,
      ...(await stage.stores.projects.totals(project.id)),
      workflow: film,
    });
    await say("Create a character named Ana, a cook");
    const late = await studio.press(session, next?.id ?? "");
    expect(late.error).toMatchObject({ code: "conflict" });
    expect(late.reply.text).toContain("out of date");
    expect(late.choices.map(({ label }) => label)).toContain("Something else…");
    expect(late.choices.length).toBeGreaterThan(1);
  });

  test("a viewer may look and ask, and changes nothing", async () => {
    await say("Create a character named Sarah, a 28-year-old journalist");
    expect((await studio.say(session, "Who is Sarah?", VIEWER)).reply.text).toContain("journalist");
    for (const line of ["/bulk characters 3", "/undo", "/character create Ben", "invent a villain"]) {
      expect((await studio.say(session, line, VIEWER)).error?.code, line).toBe("forbidden");
    }
    const proposed = await studio.say(session, "delete Sarah", VIEWER);
    expect(proposed.reply.text).toContain("waits for a writer to accept");
    expect(await names()).toEqual(["Sarah"]);
  });

  test("/ask and plain questions answer alike; what is not known is said", async () => {
    await say("Create a character named Sarah, a 28-year-old journalist");
    expect((await say("/ask How old is Sarah?")).reply.text).toContain("28");
    expect((await say("What is Sarah afraid of?")).reply.text).toContain("I don't know");
    expect((await say("/ask")).error?.message).toContain("What do you want to know?");
  });

  test("help tells what to say, lists every command, and one in full", async () => {
    expect((await say("help")).choices.map(({ label }) => label)).toContain("All commands");
    const { reply } = await say("/help");
    for (const command of studio.product.commands) expect(reply.text).toContain(`/${command.name}`);
    expect((await say("/help bulk")).reply.text).toContain("/bulk characters 10");
  });

  test("an upload without words is kept and named", async () => {
    const event = {
      ...stage.said(session, ""),
      files: [
        {
          id: "fil_1",
          name: "treatment.pdf",
          media_type: "application/pdf",
          size: 10,
          url: "/api/v1/files/fil_1",
        },
      ],
    };
    await studio.product.receiver.receive(event);
    expect((await studio.product.receiver.finished(event.id, 5_000))?.reply.text).toContain("treatment.pdf");
  });
});
