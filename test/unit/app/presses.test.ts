import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../src/chat/inbound-event.ts";
import type { TurnView } from "../../../src/chat/turn-record.ts";
import type { Session } from "../../../src/domain/session.ts";
import { Studio } from "../../support/product.ts";
import { Stage } from "../../support/stage.ts";

const ADA: Person = { id: "ada", name: "Ada", role: "producer" };
const BO: Person = { id: "bo", name: "Bo", role: "writer" };
const CY: Person = { id: "cy", name: "Cy", role: "writer" };

describe("the buttons under bulk work", () => {
  let stage: Stage;
  let studio: Studio;
  let session: Session;
  beforeEach(async () => {
    stage = await Stage.open();
    studio = new Studio(stage);
    await studio.product.start();
    session = await stage.session();
  });
  afterEach(async () => {
    await studio.product.stop();
    await stage.close();
  });

  const begun = async (person: Person) => {
    const view = await studio.say(session, "create 3 characters at once", person);
    if (!view.operation) throw new Error(view.reply.text);
    return { id: view.operation.id, messageId: view.message_id };
  };
  /** The button that the message shows now. */
  const button = async (messageId: string, label: string) => {
    const message = await stage.stores.messages.get(messageId);
    const choices = message?.blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
    const choice = choices?.find((one) => one.label === label);
    if (!choice) throw new Error(`no ${label} among ${choices?.map((one) => one.label)}`);
    return choice.id;
  };
  const press = async (messageId: string, label: string, person: Person): Promise<TurnView> =>
    studio.press(session, await button(messageId, label), person);
  const status = async (id: string) => (await stage.stores.operations.get(id))?.status;
  const people = () => stage.stores.bible.list(session.project_id, { kind: "character", limit: 10 });

  test("act for who started the work and for producers; others are told why, alone", async () => {
    const { id, messageId } = await begun(BO);
    const refused = await press(messageId, "Pause", CY);
    expect(refused.private).toBe(true);
    expect(refused.reply.text).toBe(
      "Only Bo or a producer may pause this work. Ask one of them; /jobs shows how it stands.",
    );
    expect(await status(id)).toBe("pending");
    await studio.press(session, await button(messageId, "Pause"), BO);
    expect(await status(id)).toBe("paused");
    await press(messageId, "Resume", ADA);
    await studio.queue.runAll();
    expect(await status(id)).toBe("completed");
    expect(await people()).toHaveLength(3);
    await studio.product.recover();
    expect((await press(messageId, "Undo all", CY)).private).toBe(true);
    expect(await people()).toHaveLength(3);
    await studio.press(session, await button(messageId, "Undo all"), BO);
    expect(await people()).toHaveLength(0);
  });

  test("Details may be pressed by anybody, and says more each time", async () => {
    const { messageId } = await begun(BO);
    const table = ({ reply }: TurnView) =>
      reply.blocks.flatMap((block) => (block.type === "table" ? block.rows.map((row) => row[2]) : []));
    expect(table(await press(messageId, "Details", CY))).toEqual(["to do", "to do", "to do"]);
    await studio.queue.runAll();
    await studio.product.recover();
    expect(table(await press(messageId, "Details", CY))).toEqual(["done", "done", "done"]);
  });
});
