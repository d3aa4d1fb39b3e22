import { describe, expect, test } from "vitest";
import { anEntry, makeEntries } from "./bible-samples.ts";
import { anEvent, aRecord, aStage, newId, said } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

const HOSTILE = "a\0b \ud83d c 😀 \\u0000 ' \" $1 ; --";

/** People paste anything. It is stored with the same length, so that the place of a quote stays right. */
export const storesTextSuite: StoreSuite = (stores) => {
  describe("text of any kind", () => {
    test("is stored and comes back, but for what is no character", async () => {
      const { session } = await aStage(stores());
      const event = anEvent(session, HOSTILE);
      const link = { session_id: session.id, turn_id: newId("turn") };
      expect(await stores().inbox.add(event, link, said(session, HOSTILE))).toBe(true);
      const [message] = await stores().messages.page(session.id, 1);
      expect(message?.text).toHaveLength(HOSTILE.length);
      expect(message?.text.slice(4)).toMatch(/^. c 😀 \\u0000 ' " \$1 ; --$/u);
      expect(await stores().inbox.replaceText(event.id, `${HOSTILE}!`)).toBe(true);
      expect((await stores().messages.page(session.id, 1))[0]?.text).toHaveLength(HOSTILE.length + 1);
      await makeEntries(stores(), session, anEntry(session, "character", "Ana", { [HOSTILE]: HOSTILE }));
      expect(await stores().bible.names(session.project_id, "character", 5)).toEqual(["Ana"]);
    });

    test("is not found where it is the id of nothing", async () => {
      const { session } = await aStage(stores());
      const { inbox, turns, projects, sessions, messages, bible, choices, operations } = stores();
      const answers = await Promise.all([
        inbox.find(HOSTILE),
        inbox.next(HOSTILE),
        turns.findByEvent(HOSTILE),
        projects.get(HOSTILE),
        sessions.get(HOSTILE),
        sessions.load(HOSTILE),
        sessions.at({ platform: "web", workspace: HOSTILE, channel: HOSTILE, thread: HOSTILE }),
        messages.get(HOSTILE),
        bible.change(HOSTILE),
        choices.get(HOSTILE),
        choices.form(HOSTILE),
        operations.get(HOSTILE),
        operations.cancel(HOSTILE, "2026-03-01T10:00:00Z"),
      ]);
      expect(answers.every((answer) => answer === undefined)).toBe(true);
      const lists = await Promise.all([
        messages.page(session.id, 5, HOSTILE),
        messages.getMany([HOSTILE]),
        bible.get([HOSTILE]),
        bible.byKeys(session.project_id, [HOSTILE], 5),
        bible.list(session.project_id, { after: HOSTILE, limit: 5 }),
        bible.history({ project_id: HOSTILE }, 5, HOSTILE),
        sessions.list({ workspace_id: HOSTILE }, 5),
      ]);
      expect(lists.every((list) => list.length === 0)).toBe(true);
      expect(await inbox.drop(HOSTILE)).toBe(false);
    });

    test("may be long", async () => {
      const { session } = await aStage(stores());
      const text = "The rain. ".repeat(10_000);
      const record = aRecord(session, { reply: { ...said(session, text), role: "backlot" } });
      await stores().turns.commit(record);
      expect(await stores().messages.get(record.reply.id)).toEqual(record.reply);
    });

    test("names without letters are names", async () => {
      const { session, project } = await aStage(stores());
      await makeEntries(
        stores(),
        session,
        anEntry(session, "character", "🦊"),
        anEntry(session, "character", "👻"),
      );
      expect((await stores().projects.counts(project.id)).character).toBe(2);
    });
  });
};
