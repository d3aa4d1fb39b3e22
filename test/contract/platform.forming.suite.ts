import { expect, test } from "vitest";
import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { TurnView } from "../../src/chat/turn-record.ts";
import { typedForm } from "../../src/chat/typed-form.ts";
import type { ErrorCode } from "../../src/domain/errors.ts";
import { type Acknowledged, choice, eventually, type Room, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

const WRONG = "“old” does not fit the field f0 of a character. It takes a number.";

/** Forms: as many pages as they take, what is wrong with them, and what was typed never lost. */
export function forming(get: () => Scene): void {
  const post = async (count: number) => {
    const { room, begin } = get();
    const place = await begin();
    const form_id = `frm_${unique("form").replaceAll("_", "")}`;
    const fields = Array.from({ length: count }, (_, index) => ({
      name: `f${index}`,
      label: `Field ${index}`,
      input: "text" as const,
    }));
    const message = reply("Fill in", [{ type: "form", form_id, title: "New character", fields }]);
    room.recorder.messages.set(message.id, message);
    await room.platform.send(place, message);
    return { room, place, form_id, message };
  };
  const sent = (room: Room, form_id: string) =>
    room.recorder.events.flatMap((event) =>
      event.type === "form" && event.form_id === form_id ? [event] : [],
    );
  const modalOf = (asked: Acknowledged) =>
    eventually(() => {
      const modal = asked.modal?.();
      if (!modal) throw new Error("no form is open");
      return modal;
    });
  const whole = (room: Room, form_id: string) => {
    const last = sent(room, form_id).at(-1);
    return last && typedForm(last, async (id) => room.recorder.events.find((event) => event.id === id));
  };

  test("asks for twelve fields in as many pages as it takes, and keeps what the pages before said", async () => {
    const { room, place, form_id } = await post(12);
    room.recorder.answer = (event) =>
      event.type === "form" && event.part?.last === false ? alone("Page is kept.") : undefined;
    try {
      let asked = await room.press(room.person("Ana"), place, "Fill in");
      const typed: Record<string, string> = {};
      for (let left = 12; left > 0; ) {
        const modal = await modalOf(asked);
        const names = Object.keys(modal.values);
        const values = Object.fromEntries(names.map((name) => [name, `${name} typed`]));
        Object.assign(typed, values);
        left -= names.length;
        const done = await modal.submit(values);
        if (left === 0) break;
        const next = await eventually(() => {
          const page = done
            .alone?.()
            .find(({ buttons }) => buttons.some((label) => label.startsWith("Go on")));
          if (!page) throw new Error("no next page");
          return page;
        });
        asked = await next.press(next.buttons.find((label) => label.startsWith("Go on")) ?? "");
      }
      await eventually(() => expect(sent(room, form_id).at(-1)?.part?.last ?? true).toBe(true));
      expect(await whole(room, form_id)).toEqual(typed);
      expect(Object.keys(typed)).toHaveLength(12);
    } finally {
      room.recorder.answer = () => undefined;
    }
  });

  test("a press that opens a form opens it before the presser, and posts nothing", async () => {
    const { room, begin } = get();
    const place = await begin();
    const [id, form_id] = [unique("cho"), `frm_${unique("form").replaceAll("_", "")}`];
    const offered = choice(id, "Edit Sarah", { opens: true });
    await room.platform.send(place, reply("Saved.", [{ type: "choices", choices: [offered] }]));
    const posts = room.seen(place);
    const form = reply("Edit", [
      {
        type: "form",
        form_id,
        title: "Edit Sarah",
        fields: [{ name: "age", label: "Age", input: "number" }],
      },
    ]);
    room.recorder.messages.set(form.id, form);
    room.recorder.answer = (event) => (event.type === "choice" ? opened(form) : undefined);
    try {
      for (const name of ["Ana", "Ana", "Bo"]) {
        const modal = await modalOf(await room.press(room.person(name), place, "Edit Sarah"));
        expect(Object.keys(modal.values)).toEqual(["age"]);
        await modal.submit({ age: "29" });
      }
      await eventually(() => expect(sent(room, form_id)).toHaveLength(3));
      expect(sent(room, form_id).map(({ place: at, person, values }) => [at, person.name, values])).toEqual(
        ["Ana", "Ana", "Bo"].map((name) => [place, name, { age: "29" }]),
      );
      const pressed = room.recorder.events.filter(
        (event) => event.type === "choice" && event.choice_id === id,
      );
      expect(pressed).toHaveLength(3);
      expect(room.seen(place)).toEqual(posts);
    } finally {
      room.recorder.answer = () => undefined;
    }
  });

  test("a command that opens a form opens it at once before who gave it, and leaves nothing behind", async () => {
    const { room } = get();
    const channel = room.channel();
    const place = { platform: room.platform.name, workspace: "", channel };
    const form_id = `frm_${unique("form").replaceAll("_", "")}`;
    const fields = [{ name: "age", label: "Age", input: "number" as const }];
    const form = reply("Edit", [{ type: "form", form_id, title: "Edit Mara", fields }]);
    room.recorder.messages.set(form.id, form);
    room.recorder.answer = (event) =>
      event.type === "command" ? opened(form) : event.type === "form" ? forAll("Saved.") : undefined;
    try {
      const asked = await room.command(room.person("Ana"), channel, "character", {
        action: "edit",
        name: "Mara",
      });
      const modal = await modalOf(asked);
      expect(Object.keys(modal.values)).toEqual(["age"]);
      const done = await modal.submit({ age: "29" });
      await eventually(() => expect(sent(room, form_id)).toHaveLength(1));
      expect(sent(room, form_id)[0]).toMatchObject({ place: { channel }, person: { name: "Ana" } });
      expect(sent(room, form_id)[0]?.place.thread).toBeUndefined();
      await eventually(() => expect(done.waits?.() ?? false).toBe(false));
      expect([...asked.told, ...done.told]).toEqual([]);
      expect(room.seen(place).flatMap(({ buttons }) => buttons)).toEqual([]);
    } finally {
      room.recorder.answer = () => undefined;
    }
  });

  test("what is wrong with a form that a command opened is shown to who sent it", async () => {
    const { room } = get();
    const form_id = `frm_${unique("form").replaceAll("_", "")}`;
    const fields = [{ name: "f0", label: "Age", input: "number" as const }];
    const form = reply("Edit", [{ type: "form", form_id, title: "Edit Mara", fields }]);
    room.recorder.messages.set(form.id, form);
    room.recorder.answer = (event) =>
      event.type === "command" ? opened(form) : event.type === "form" ? alone(WRONG, "invalid") : undefined;
    try {
      const given = { action: "edit", name: "Mara" };
      const modal = await modalOf(await room.command(room.person("Ana"), room.channel(), "character", given));
      const refused = await modal.submit({ f0: "old" });
      await eventually(() =>
        expect([...Object.values(refused.errors?.() ?? {}), ...refused.told].join()).toContain(
          "It takes a number",
        ),
      );
      expect(refused.waits?.() ?? false).toBe(false);
    } finally {
      room.recorder.answer = () => undefined;
    }
  });

  test("what is wrong is shown to the person alone, who mends it with what they typed still there", async () => {
    const { room, place, form_id } = await post(2);
    const posts = room.seen(place).length;
    room.recorder.answer = (event) =>
      event.type === "form" && event.values.f0 === "old" ? alone(WRONG, "invalid") : undefined;
    try {
      const modal = await modalOf(await room.press(room.person("Ana"), place, "Fill in"));
      const values = { f0: "old", f1: "a nurse @everyone" };
      const refused = await modal.submit(values);
      const mended = await eventually(async () => {
        const errors = refused.errors?.() ?? {};
        if (errors.f0 !== undefined) {
          expect(errors.f0).toContain("It takes a number");
          return modal;
        }
        const [told] = refused.alone?.() ?? [];
        if (!told) throw new Error("nobody says what is wrong");
        expect(told.text).toContain("It takes a number");
        return modalOf(await told.press("Fill in again"));
      });
      if (mended !== modal) expect(mended.values).toMatchObject(values);
      await mended.submit({ ...values, f0: "28" });
      await eventually(() => expect(sent(room, form_id)).toHaveLength(2));
      expect(await whole(room, form_id)).toEqual({ ...values, f0: "28" });
      expect(room.seen(place)).toHaveLength(posts);
      expect(room.pings()).toEqual([]);
    } finally {
      room.recorder.answer = () => undefined;
    }
  });

  test("a form whose project or entry is gone says so in one line, with nothing to fill in again", async () => {
    const { room, place, message } = await post(1);
    room.recorder.answer = (event) =>
      event.type === "form"
        ? alone("This form is gone. Open it again from the entry.", "not_found")
        : undefined;
    try {
      const modal = await modalOf(await room.press(room.person("Ana"), place, "Fill in"));
      const refused = await modal.submit({ f0: "x" });
      await eventually(() =>
        expect([...Object.values(refused.errors?.() ?? {}), ...refused.told].join()).toContain(
          "form is gone",
        ),
      );
      expect((refused.alone?.() ?? []).flatMap(({ buttons }) => buttons)).toEqual([]);
    } finally {
      room.recorder.answer = () => undefined;
    }
    room.recorder.messages.delete(message.id);
    const late = await room.press(room.person("Bo"), place, "Fill in");
    await eventually(() => expect(late.told.join()).toContain("no longer there"));
    expect(late.modal?.()).toBeUndefined();
  });
}

function forAll(text: string): TurnView {
  const { private: _, ...view } = alone(text);
  return view;
}

function opened({ id, text, blocks }: ChatMessage): TurnView {
  const { private: _, ...view } = alone(text);
  return { ...view, opened: true, reply: { message_id: id, text, blocks } };
}

function alone(text: string, code?: ErrorCode): TurnView {
  return {
    turn_id: "trn_1",
    session_id: "ses_1",
    project_id: "prj_1",
    message_id: "msg_1",
    private: true,
    reply: { message_id: "msg_1", text, blocks: [{ type: "text", text }] },
    changes: [],
    choices: [],
    ...(code ? { error: { code, message: text, hint: "" } } : {}),
  };
}
