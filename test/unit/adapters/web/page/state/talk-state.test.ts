import { describe, expect, it } from "vitest";
import { Problem } from "../../../../../../src/adapters/web/page/api/problem.ts";
import type { Frame, Message, Turn } from "../../../../../../src/adapters/web/page/api/wire.ts";
import {
  EMPTY_TALK,
  type TalkAction,
  type TalkState,
  talkReducer,
} from "../../../../../../src/adapters/web/page/state/talk-state.ts";

const NOW = 1_000_000;
const at = (second: number): string => `2026-01-01T00:00:${String(second).padStart(2, "0")}.000Z`;
const message = (id: string, second: number, more: Partial<Message> = {}): Message => ({
  id,
  session_id: "ses_1",
  role: "backlot",
  user_id: "backlot",
  text: id,
  blocks: [],
  version: 1,
  at: at(second),
  ...more,
});
const said = (id: string, second: number, text: string): Message =>
  message(id, second, { role: "person", user_id: "u1", text });
const created = (body: Message): TalkAction => frame({ type: "message.created", message: body });
const updated = (body: Message): TalkAction => frame({ type: "message.updated", message: body });
const frame = (body: Frame): TalkAction => ({ type: "frame", frame: body, now: NOW });
const say = (id: string, text: string): TalkAction => ({
  type: "say",
  pending: { id, text, at: at(1), state: "sending" },
});
const run = (...actions: readonly TalkAction[]): TalkState => actions.reduce(talkReducer, EMPTY_TALK);
const ids = ({ messages }: TalkState) => messages.map(({ id }) => id);

describe("talkReducer", () => {
  it("keeps messages in order of time, each once, however they arrive", () => {
    const page: TalkAction = {
      type: "page",
      messages: [message("a", 1), message("c", 3)],
      older: false,
      hasOlder: true,
    };
    const state = run(created(message("c", 3)), page, created(message("b", 2)), created(message("b", 2)));
    expect(ids(state)).toEqual(["a", "b", "c"]);
    expect(state).toMatchObject({ loaded: true, hasOlder: true });
  });

  it("takes an edit, and not an older version that comes late", () => {
    const state = run(
      created(message("a", 1)),
      updated(message("a", 1, { version: 3, text: "new" })),
      updated(message("a", 1, { version: 2, text: "late" })),
    );
    expect(state.messages[0]?.text).toBe("new");
  });

  it("shows the parts of a reply that grows under one version", () => {
    const state = run(updated(message("a", 1, { text: "Sar" })), updated(message("a", 1, { text: "Sarah" })));
    expect(state.messages.map(({ text }) => text)).toEqual(["Sarah"]);
  });

  it("settles what was said when the record has it, by its words", () => {
    const state = run(say("p1", "hello"), say("p2", "hello"), created(said("msg_1_0", 1, "hello")));
    expect(state.pending.map(({ id }) => id)).toEqual(["p2"]);
  });

  it("gives the same talk whether the answer or the frames come first", () => {
    const turn: Turn = {
      turn_id: "trn_1",
      session_id: "ses_1",
      reply: { message_id: "msg_1_1", text: "hi", blocks: [] },
    };
    const answered: TalkAction = { type: "answered", pending_id: "p1", turn, user_id: "u1", at: at(2) };
    const frames = [created(said("msg_1_0", 1, "hello")), created(message("msg_1_1", 2))];
    const first = run(say("p1", "hello"), answered, ...frames);
    const last = run(say("p1", "hello"), ...frames, answered);
    expect(ids(first)).toEqual(["msg_1_0", "msg_1_1"]);
    expect(ids(last)).toEqual(ids(first));
    expect([...first.pending, ...last.pending]).toEqual([]);
  });

  it("waits for the record when a turn outlasts its request", () => {
    const turn: Turn = { turn_id: "trn_1", session_id: "ses_1", status: "running" };
    const state = run(say("p1", "hello"), {
      type: "answered",
      pending_id: "p1",
      turn,
      user_id: "u1",
      at: at(2),
    });
    expect(state.pending[0]?.state).toBe("sent");
  });

  it("keeps a refused message with its reason, until it is sent again or dropped", () => {
    const problem = new Problem(422, "Too long.", "Say it shorter.");
    const refused = run(say("p1", "hello"), { type: "refused", pending_id: "p1", problem });
    expect(refused.pending[0]).toMatchObject({ state: "failed", problem });
    expect(talkReducer(refused, say("p1", "hello")).pending).toMatchObject([{ state: "sending" }]);
    expect(talkReducer(refused, { type: "drop", pending_id: "p1" }).pending).toEqual([]);
  });

  it("knows a change as undone by itself and by the change that reverses it", () => {
    const change = {
      project_id: "prj_1",
      entry_id: "ent_1",
      kind: "character",
      action: "removed",
      name: "Sarah",
      fields: {},
      by: "u1",
      at: at(1),
    } as const;
    const state = run(
      frame({ type: "change", change: { ...change, id: "chg_2", undone: false, undoes: "chg_1" } }),
      frame({ type: "change", change: { ...change, id: "chg_3", undone: true } }),
    );
    expect([...state.undone]).toEqual(["chg_1", "chg_3"]);
    const redone = { ...change, id: "chg_4", undone: false, undoes: "chg_2", redoes: "chg_1" };
    expect([...talkReducer(state, frame({ type: "change", change: redone })).undone]).toEqual([
      "chg_3",
      "chg_2",
    ]);
  });

  it("forgets who types once they have spoken or fallen silent", () => {
    const typing = frame({ type: "typing", user_id: "u2", name: "Ben" });
    expect(Object.keys(run(typing).typing)).toEqual(["u2"]);
    expect(run(typing, created(message("a", 1, { user_id: "u2" }))).typing).toEqual({});
    expect(run(typing, { type: "tick", now: NOW + 60_000 }).typing).toEqual({});
  });

  it("keeps knowing of earlier messages when the newest page is read again", () => {
    const page = (older: boolean, hasOlder: boolean, body: Message): TalkAction => ({
      type: "page",
      messages: [body],
      older,
      hasOlder,
    });
    const state = run(page(false, true, message("c", 3)), page(true, false, message("a", 1)));
    expect(talkReducer(state, page(false, true, message("d", 4)))).toMatchObject({ hasOlder: false });
  });
});
