import { soon } from "../../rooms/room.ts";
import { REFUSED, type Scene } from "./scene.ts";
import { answered, SARAH, type Stage } from "./stage.ts";

const EDIT = { occupation: "editor" };
const LEFT =
  /^That belongs to a film which is no longer worked on here, so nothing was changed\. Type \/project bind /;

const sarah = (stage: Stage) => answered(stage.thread, SARAH, /Sarah\W+\(character\) created/);
const unbind = (stage: Stage) => answered(stage.thread, "/project unbind", /works on no film now/);

/** Forms and buttons that outlive what they are about. */
export const ofForms: readonly Scene[] = [
  {
    what: "a form is sent after its film was taken out of the channel",
    ready: async (stage) => {
      await sarah(stage);
      const form = await stage.thread.open("Edit Sarah");
      await unbind(stage);
      return { go: () => form.submit(EDIT) };
    },
    says: LEFT,
    logs: REFUSED,
  },
  {
    what: "a form for something new is sent after the channel moved on to another film",
    ready: async (stage) => {
      await answered(stage.thread, "/character create", /New character/);
      const form = await stage.thread.open("Fill in");
      await answered(stage.thread, '/project create "Other film"', /Other film\W+ is ready/);
      return { go: () => form.submit({ name: "Ghost" }) };
    },
    says: LEFT,
    logs: REFUSED,
  },
  {
    what: "a button of a film that was taken out of the channel is pressed",
    ready: async (stage) => {
      await sarah(stage);
      await unbind(stage);
      return { go: () => stage.thread.press("Undo") };
    },
    says: LEFT,
    logs: REFUSED,
  },
  {
    what: "the button of bulk work of a film that was taken out of the channel is pressed",
    ready: async (stage) => {
      await answered(stage.thread, "/bulk characters 3", /3 of 3/);
      await unbind(stage);
      return { go: () => stage.thread.press("Undo all") };
    },
    says: LEFT,
    logs: REFUSED,
  },
  {
    what: "a form is sent by somebody who lost their role since it was opened",
    ready: async (stage) => {
      await sarah(stage);
      const form = await stage.thread.open("Edit Sarah", "Bo");
      await answered(stage.thread, "/project roles everyone viewer", /viewer/);
      return { go: () => form.submit(EDIT) };
    },
    says: /^The role viewer may not change the bible; it takes the role writer\. Ask (whoever|an owner) /,
    logs: REFUSED,
  },
  {
    what: "a form of an entry is sent that was removed since it was opened",
    ready: async (stage) => {
      await sarah(stage);
      const form = await stage.thread.open("Edit Sarah");
      await answered(stage.thread, "/character remove Sarah", /Removed/);
      return { go: () => form.submit(EDIT) };
    },
    says: /^Sarah was taken out of this film meanwhile, so nothing was changed\. Say “bring Sarah back” first/,
    logs: REFUSED,
  },
  {
    what: "a form for something new is sent once more",
    ready: async (stage) => {
      await answered(stage.thread, "/character create", /New character/);
      const form = await stage.thread.open("Fill in");
      await form.submit({ name: "Ghost" });
      await soon(() => {
        if (!stage.thread.shown().some((text) => /Ghost\W+\(character\) created/.test(text)))
          throw new Error("there is no Ghost");
      });
      return { go: () => form.submit({ name: "Ghost" }) };
    },
    says: /^There is a character called Ghost already\. Choose another name, or type \/character edit Ghost/,
    logs: REFUSED,
  },
];
