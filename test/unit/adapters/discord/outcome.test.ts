import { expect, onTestFinished, test } from "vitest";
import { createDiscordPlatform } from "../../../../src/adapters/discord/platform.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Receiver } from "../../../../src/ports/platform.ts";
import {
  choice,
  eventually,
  keptInMemory,
  quietLogger,
  realClock,
  reply,
} from "../../../contract/platform-room.ts";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";

const SAID = "You may not do that; ask a producer.";
const REFUSED: TurnView = {
  ...{ turn_id: "trn_1", session_id: "ses_1", project_id: "prj_1", message_id: "msg_1" },
  private: true,
  reply: { message_id: "msg_1", text: SAID, blocks: [] },
  changes: [],
  choices: [],
};

/** Somebody presses; what was kept, asked for and let go of meanwhile, and what they were told. */
async function press(over: {
  readonly duplicate: boolean;
  readonly view?: TurnView;
  readonly mine: boolean;
}) {
  const fake = await FakeDiscord.start();
  onTestFinished(() => fake.close());
  const done: string[] = [];
  const receiver: Receiver = {
    receive: async () => {
      setTimeout(() => done.push("received"), 50);
      return { session_id: "ses_1", turn_id: "trn_1", duplicate: over.duplicate };
    },
    amend: async () => undefined,
    finished: async () => over.view,
    outcomes: {
      keep: (_event, address) => void done.push(`kept ${(address as { token: string }).token.slice(0, 5)}`),
      tell: async (_id, work) => {
        done.push("asked");
        if (!over.mine) return;
        await work();
        done.push("told");
      },
      ended: () => void done.push("ended"),
      keeping: () => undefined,
      kept: async () => [],
    },
  };
  const platform = createDiscordPlatform({
    config: { token: fake.world.token, apiUrl: fake.apiUrl },
    ...{ commands: [], blobs: keptInMemory(), clock: realClock, logger: quietLogger() },
  });
  onTestFinished(() => platform.stop());
  await platform.start(receiver);
  const channel = fake.channel("film");
  const message = reply("Next?", [{ type: "choices", choices: [choice("cho_1", "Skip it")] }]);
  await platform.send({ platform: "discord", workspace: fake.world.guildId, channel }, message);
  const { whispers } = await fake.press(
    fake.person("Ana"),
    channel,
    fake.seen(channel).at(-1)?.id ?? "",
    "Skip it",
  );
  await eventually(() => {
    expect(done).toContain("received");
    if (done.includes("asked") && over.mine) expect(done).toContain("told");
  });
  return { whispers, done: done.filter((one) => one !== "received") };
}

test("what a press came to is told by whoever may, so that of two one tells it", async () => {
  expect(await press({ duplicate: false, view: REFUSED, mine: true })).toEqual({
    whispers: [SAID],
    done: ["kept token", "asked", "told"],
  });
  expect(await press({ duplicate: false, view: REFUSED, mine: false })).toEqual({
    whispers: [],
    done: ["kept token", "asked"],
  });
});

test("what came to nothing for one alone is let go of; what another process took is left to it", async () => {
  expect((await press({ duplicate: false, mine: true })).done).toEqual(["kept token", "ended"]);
  expect(await press({ duplicate: true, view: REFUSED, mine: true })).toEqual({
    whispers: [],
    done: ["kept token"],
  });
});
