import assert from "node:assert/strict";
import { entry, pick, press, type Stage, type Step, say } from "./stage.ts";

/** A bible people can trust, in a film of its own: what contradicts is asked, what is many is previewed, and all of it goes back. */
export const BIBLE_STEPS: readonly Step[] = [
  { title: "A contradiction is asked about, a correction is not", run: contradict },
  { title: "One short question when a name means several", run: askWhich },
  { title: "One sentence about many", run: speakOfMany },
  { title: "A pasted table, looked at before it is saved, and taken back whole", run: pasteTable },
  { title: "One person under two names", run: mergeTwo },
  { title: "Fields of the film's own", run: ownFields },
  { title: "What was written before a change is marked, not rewritten", run: markStale },
  { title: "Shown first, where the film wants that", run: proposeFirst },
];

async function contradict(stage: Stage): Promise<void> {
  stage.session = await stage.client.session("The Long Night");
  await say(stage, "Create a character named Sarah Lee, a 28-year-old journalist");
  const asked = await say(stage, "Sarah is 31");
  assert.deepEqual(asked.changes, [], "a contradiction was written");
  assert.equal((await entry(stage, "character", "Sarah Lee")).fields.age, 28);
  await say(stage, "keep 28");
  await say(stage, "she is actually a photographer");
  const sarah = await entry(stage, "character", "Sarah Lee");
  assert.deepEqual(pick(sarah.fields, ["age", "occupation"]), { age: 28, occupation: "photographer" });
}

async function askWhich(stage: Stage): Promise<void> {
  await say(stage, "Create a character named Sarah Voss, a judge");
  await say(stage, "Create a character named Tom, a 40 year old baker");
  const asked = await say(stage, "Sarah is afraid of water");
  assert.match(asked.reply.text, /Which Sarah/);
  await say(stage, "the judge");
  assert.equal((await entry(stage, "character", "Sarah Voss")).fields.fear, "water");
}

async function speakOfMany(stage: Stage): Promise<void> {
  await say(stage, "Sarah Lee, Sarah Voss and Tom are in the heist crew");
  await say(stage, "everyone in the heist crew is stubborn");
  for (const name of ["Sarah Lee", "Sarah Voss", "Tom"])
    assert.deepEqual((await entry(stage, "character", name)).fields.traits, ["stubborn"]);
}

async function pasteTable(stage: Stage): Promise<void> {
  const before = (await stage.client.bible(stage.session.project_id, "character")).length;
  const seen = await say(stage, "name,age,job\nLena,30,nurse\nOtto,old,cook\n,12,\nMilan,51,pilot");
  assert.deepEqual(seen.changes, [], "rows were saved before anyone agreed");
  assert.match(seen.reply.text, /Row 2: age “old”/);
  await press(stage, seen, "Import");
  assert.equal((await stage.client.bible(stage.session.project_id, "character")).length, before + 3);
  await say(stage, "undo");
  assert.equal((await stage.client.bible(stage.session.project_id, "character")).length, before);
  await say(stage, "redo");
  assert.equal((await entry(stage, "character", "Milan")).fields.age, 51);
}

async function mergeTwo(stage: Stage): Promise<void> {
  await say(stage, "INT. DINER - NIGHT. Tom counts the money.");
  const made = await say(stage, "Create a character named Thom, afraid of dogs");
  const preview = await press(stage, made, "Merge with Tom");
  assert(
    preview.reply.blocks.some((block) => block.type === "table"),
    "the merge is not previewed",
  );
  await press(stage, preview, "Merge into Tom");
  assert.equal((await entry(stage, "character", "Tom")).fields.fear, "dogs");
  const cast = await stage.client.bible(stage.session.project_id, "character");
  assert(!cast.some((character) => character.name === "Thom"), "both are still there");
}

async function ownFields(stage: Stage): Promise<void> {
  await say(stage, '/schema field add character "blood type" type=choice options=A|B|AB|0');
  await say(stage, "Tom's blood type is AB");
  assert.equal((await entry(stage, "character", "Tom")).fields.blood_type, "AB");
  await say(stage, "/schema kind add vehicle plural=vehicles");
  await say(stage, "create a vehicle named Betsy, a rusty van");
  await entry(stage, "vehicle", "Betsy");
}

async function markStale(stage: Stage): Promise<void> {
  const changed = await say(stage, "make Tom 52");
  assert.match(changed.reply.text, /INT\. DINER - NIGHT/);
  const list = await say(stage, "/stale");
  assert.match(list.reply.text, /Tom’s age changed from 40 to 52/);
  await say(stage, "undo");
  assert.doesNotMatch((await say(stage, "/stale")).reply.text, /INT\. DINER/);
}

async function proposeFirst(stage: Stage): Promise<void> {
  await say(stage, "/project saving propose");
  const shown = await say(stage, "Ines is a 35-year-old surgeon who is afraid of heights");
  assert.deepEqual(shown.changes, []);
  await say(stage, "accept 1 and 2");
  await say(stage, "decline all");
  const ines = await entry(stage, "character", "Ines");
  assert.equal(ines.fields.age, 35);
  assert.equal(ines.fields.occupation, undefined, "what was declined was written");
}
