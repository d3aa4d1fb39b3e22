import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openFolderBlobs } from "../../../../src/adapters/folder/blobs.ts";
import { SHIPPED } from "../../../../src/app/workflows.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { StoredFile } from "../../../../src/domain/message.ts";
import type { Project } from "../../../../src/domain/project.ts";
import type { Session } from "../../../../src/domain/session.ts";
import type { Blobs } from "../../../../src/ports/blobs.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

const WIM = { id: "wim", name: "Wim", role: "writer" as const };
const OURS = `name: ours
title: Our way
steps:
  - { id: logline, name: Logline, needs: [{ document: logline }] }
  - { id: rehearsal, name: Rehearsal, requires: [logline] }
`;

let folder: string;
let stage: Stage;
let studio: Studio;
let blobs: Blobs;
let session: Session;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backlot-workflow-"));
  blobs = await openFolderBlobs(folder);
  stage = await Stage.open();
  studio = new Studio(stage, blobs);
});
beforeEach(async () => {
  session = await stage.session();
});
afterAll(async () => {
  await studio.product.stop();
  await stage.close();
  rmSync(folder, { recursive: true });
});

const say = (text: string, person?: typeof WIM) => studio.say(session, text, person);
const project = async (): Promise<Project> => {
  const found = await stage.stores.projects.get(session.project_id);
  if (!found) throw new Error("no project");
  return found;
};
const versions = () => stage.stores.workflows.list(session.project_id, 10);

function formOf(view: TurnView): { id: string; value: string } {
  const form = view.reply.blocks.find((block) => block.type === "form");
  const value = form?.fields[0]?.value;
  if (!form || value === undefined) throw new Error(view.reply.text);
  return { id: form.form_id, value };
}

const save = async (source: string) => {
  const { id } = formOf(await say("/workflow edit"));
  return studio.fill(session, id, { source });
};

async function press(view: TurnView, label: string): Promise<TurnView> {
  const choice = view.choices.find((each) => each.label === label);
  if (!choice) throw new Error(`${view.choices.map((each) => each.label).join(" | ")}: ${view.reply.text}`);
  return studio.press(session, choice.id);
}

async function aFile(content: string | Uint8Array, name = "ours.yaml"): Promise<StoredFile> {
  const id = stage.ids.next("file");
  const size = await blobs.put(id, Buffer.from(content));
  return { id, name, media_type: "application/yaml", size, url: `/api/v1/files/${id}` };
}

describe("editing the workflow", () => {
  test("begins with the text of the shipped one, and what is saved counts from then on", async () => {
    const { id, value } = formOf(await say("/workflow edit"));
    expect(value).toBe(SHIPPED.get("film")?.source);
    const saved = await studio.fill(session, id, { source: OURS });
    expect(saved.reply.text).toContain("Version 1 of the workflow is in force: **Our way**.");
    expect(saved.reply.text).toContain(
      "New: Rehearsal. Left out: Concept, Synopsis, Characters, Beat sheet, Treatment and 7 more.",
    );
    expect(saved.reply.text).toContain("0 of 2 steps are done (0 %). Now: **Logline**");
    expect(await project()).toMatchObject({ workflow: "ours", workflow_version: 1, version: 2 });
    expect(await versions()).toMatchObject([
      { version: 1, name: "ours", source: OURS, by: "ada", by_name: "Ada" },
    ]);
    expect((await say("/workflow steps")).reply.text).toContain("Rehearsal (after Logline)");
    // Without a gate, a scene needs no one in it.
    expect((await say("/scene create INT. BAR - NIGHT")).error).toBeUndefined();
    expect(formOf(await say("/workflow edit")).value).toBe(OURS);
  });

  test("tells all that is wrong by its line, writes nothing, and gives the text back", async () => {
    const source = OURS.replace("[logline]", "[loglin]").replace("document: logline", "document: login");
    const view = await save(source);
    expect(view.reply.text).toContain(
      "The workflow is not saved. 2 things are wrong with it:\n• line 4: “login” is not a document; did you mean logline?\n• line 5: “loglin” is not a step of this file; did you mean logline?",
    );
    expect(view.error).toMatchObject({ code: "invalid", hint: "Put it right and send it again." });
    expect(await versions()).toEqual([]);
    expect(await project()).toMatchObject({ workflow: "film", version: 1 });
    const { id, value } = formOf(view);
    expect(value).toBe(source);
    expect((await studio.fill(session, id, { source: OURS })).reply.text).toContain("Version 1");
  });

  test("lists the first ten of many", async () => {
    const steps = Array.from({ length: 13 }, (_, at) => `  - { id: s${at}, name: S, requires: [x] }\n`).join(
      "",
    );
    const view = await save(`name: a\ntitle: A\nsteps:\n${steps}`);
    expect(view.reply.text).toContain("13 things are wrong");
    expect(view.reply.text).toContain("line 13:");
    expect(view.reply.text).not.toContain("line 14:");
    expect(view.reply.text).toContain("and 3 more");
  });

  test("says so when nothing was changed", async () => {
    const film = SHIPPED.get("film")?.source ?? "";
    expect((await save(`${film}\n`)).reply.text).toContain("nothing was changed");
    expect(await versions()).toEqual([]);
  });

  test("is a producer's to do; everybody may look and check", async () => {
    await save(OURS);
    for (const text of ["/workflow edit", "/workflow use film", "/workflow save"])
      expect((await say(text, WIM)).error?.code, text).toBe("forbidden");
    expect((await say("/workflow validate", WIM)).reply.text).toContain(
      "**Our way** is right: 2 steps, 0 gates.",
    );
    expect((await say("/workflow versions", WIM)).reply.text).toContain("Version 1: ours, by Ada");
  });

  test("two at once: the second is told, and nothing of theirs is lost", async () => {
    const first = formOf(await say("/workflow edit"));
    const second = formOf(await say("/workflow edit"));
    await studio.fill(session, first.id, { source: OURS });
    const late = await studio.fill(session, second.id, { source: OURS.replace("Our way", "Their way") });
    expect(late.error).toMatchObject({
      code: "conflict",
      message: "Somebody made version 1 the workflow while you changed the shipped one.",
    });
    expect(late.reply.text).not.toContain("in force");
    expect(await versions()).toHaveLength(1);
  });

  test("keeps what was said of steps that go, and finds it again when they come back", async () => {
    await save(OURS);
    await say('/workflow skip logline "we have the title"');
    await say("/workflow complete rehearsal");
    const gone = await save(OURS.replaceAll("rehearsal", "run-through"));
    expect(gone.reply.text).toContain("What was said of Rehearsal is kept");
    expect((await project()).step_marks).toMatchObject({ rehearsal: { state: "completed" } });
    expect((await press(gone, "Back to version 1")).reply.text).toContain("2 of 2 steps are done");
  });
});

describe("a workflow as a file", () => {
  const upload = (files: StoredFile[], text = "/workflow edit") => studio.upload(session, text, files);

  test("is saved as one that was typed", async () => {
    const view = await upload([await aFile(OURS)]);
    expect(view.reply.text).toContain("Version 1 of the workflow is in force");
    expect(await project()).toMatchObject({ workflow: "ours", workflow_version: 1 });
  });

  test("is only checked by validate", async () => {
    const view = await upload(
      [await aFile(OURS.replace("id: logline", "id: Logline"))],
      "/workflow validate",
    );
    expect(view.reply.text).toContain("line 4: Use small letters");
    expect((await upload([await aFile(OURS)], "/workflow validate")).reply.text).toContain(
      "Nothing was changed",
    );
    expect(await versions()).toEqual([]);
  });

  test("is refused when it is too large, whatever it calls its size", async () => {
    const large = await aFile("x".repeat(1_048_576));
    for (const size of [large.size, 10]) {
      const view = await upload([{ ...large, size }]);
      expect(view.error?.code).toBe("too_large");
      expect(view.reply.text).toContain("A definition may have 64 KB and this has ");
    }
  });

  test("is refused when it is something else, or kept elsewhere", async () => {
    expect((await upload([await aFile("x", "ours.pdf")])).error?.code).toBe("unsupported_type");
    expect((await upload([await aFile(Buffer.from([0xff, 0xfe, 0, 1]))])).reply.text).toContain(
      "not a text file",
    );
    const away = { ...(await aFile("x")), id: "fil_elsewhere" };
    expect((await upload([away])).reply.text).toContain("Paste its text below the line “/workflow edit”");
    expect(await versions()).toEqual([]);
  });

  test("may be pasted below the command instead", async () => {
    const view = await say(`/workflow edit\n\`\`\`yaml\n${OURS}\`\`\``);
    expect(view.reply.text).toContain("Version 1 of the workflow is in force");
    expect((await versions())[0]?.source).toBe(OURS.trimEnd());
    expect((await say(`/workflow edit\n${OURS.replace("Our", "Any")}`)).reply.text).toContain("Any way");
  });

  test("is what a chat platform is given when no form can hold it", async () => {
    session = await stage.session("slack");
    const view = await say("/workflow edit");
    const file = view.reply.blocks.find((block) => block.type === "file");
    expect(view.reply.text).toContain("send it back with the words “/workflow edit”");
    expect(file).toMatchObject({ name: "film.yaml", media_type: "application/yaml" });
    const id = file?.url.split("/").at(-1) ?? "";
    const kept = await blobs.open(id);
    expect(kept && (await textOf(kept))).toBe(SHIPPED.get("film")?.source);
    const record = await blobs.open(`${id}.json`);
    expect(record && JSON.parse(await textOf(record))).toMatchObject({
      id,
      workspace_id: session.workspace_id,
    });
    await say(`/workflow edit\n${OURS}`);
    expect(formOf(await say("/workflow edit")).value).toBe(OURS);
  });
});

describe("versions of a workflow", () => {
  test("are listed, brought back, and left for a shipped one", async () => {
    expect((await say("/workflow versions")).reply.text).toContain("has no workflow of its own");
    await save(OURS);
    const second = await save(OURS.replace("Our way", "Second way"));
    expect(second.reply.text).toContain("Version 2");
    const list = await say("/workflow versions");
    expect(list.reply.text).toMatch(/Version 2: ours, by Ada, .* \(in force\)\n• Version 1: ours, by Ada/);
    expect((await press(list, "Back to version 1")).reply.text).toContain(
      "follows version 1, **Our way**, from now on",
    );
    expect(await project()).toMatchObject({ workflow: "ours", workflow_version: 1 });
    const shipped = await say("/workflow use short");
    expect(shipped.reply.text).toContain("follows the steps of **Short film** from now on");
    expect((await project()).workflow_version).toBeUndefined();
    expect((await say("/workflow use short")).reply.text).toContain("already");
    expect((await press(shipped, "Back to version 1")).reply.text).toContain("version 1");
    expect((await save(OURS.replace("Our way", "Third way"))).reply.text).toContain("Version 3");
    for (const what of ["9", "nothing", ""])
      expect((await say(`/workflow use ${what}`)).error?.code, what).toBe("not_found");
  });

  test("are compared with one another and with what is shipped", async () => {
    await save(OURS);
    const saved = await save(OURS.replace("Our way", "Second way"));
    const table = (view: TurnView) => view.reply.blocks.find((block) => block.type === "table");
    expect(table(await press(saved, "See what changed"))).toMatchObject({
      columns: ["What", "Version 1", "Version 2"],
      rows: [["Title", "Our way", "Second way"]],
    });
    const shipped = table(await say("/workflow diff"));
    expect(shipped?.columns).toEqual(["What", "Film as shipped", "Version 2"]);
    expect(shipped?.rows).toContainEqual(["Rehearsal", "–", "added: done when somebody says so"]);
    expect((await say("/workflow diff 2 2")).reply.text).toBe("Version 2 and version 2 do not differ.");
    expect((await say("/workflow diff 7")).error?.code).toBe("not_found");
  });
});
