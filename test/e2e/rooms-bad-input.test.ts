import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onBoth, SARAH } from "../pains/both.ts";
import { Premises } from "../rooms/premises.ts";
import { said, soon, type Talk } from "../rooms/room.ts";
import { type Case, onDiscordAlone, onSlackAlone } from "./rooms-bad-input.cases.ts";

/** What people do that cannot be: told to them in one clear line with what to do, and no error of ours in the log. */
const EVERYWHERE: readonly Case<Talk>[] = [
  {
    what: "a file larger than is taken",
    act: (talk) => talk.upload({ name: "film.mp4", type: "video/mp4", content: "film", size: 900 * 2 ** 20 }),
    says: /^film\.mp4 is larger than the 50 MB I take\. Make it smaller or split it, and post it again\.$/,
  },
  {
    what: "a file of a type that is not taken",
    act: (talk) =>
      talk.upload({ name: "run.exe", type: "application/x-msdownload", content: "MZ\u0090\u0000" }),
    says: /^run\.exe is of a type I do not take\. Post images/,
  },
  {
    what: "an empty file",
    act: (talk) => talk.upload({ name: "cast.csv", type: "text/csv", content: "" }),
    says: /^cast\.csv is empty\. Post one with something in it\.$/,
  },
  {
    what: "a command that does not exist",
    act: (talk) => talk.say("/charcter list"),
    says: /\/character/,
  },
  {
    what: "a value that does not fit",
    act: (talk) => talk.say("/bulk characters -3"),
    says: /[Cc]ount|whole number|at least/,
  },
];

describe("bad input in the rooms", () => {
  let premises: Premises;
  beforeAll(async () => {
    premises = await Premises.open();
  });
  afterAll(() => premises?.close());

  for (const { what, act, says } of EVERYWHERE)
    test.concurrent(what, () =>
      onBoth(premises, async ({ talk }) => {
        await said(talk, SARAH, /Sarah/);
        const before = talk.seen().length;
        await act(talk);
        await soon(() =>
          expect(talk.seen().slice(before).map(firstLine)).toEqual([expect.stringMatching(says)]),
        );
      }),
    );

  for (const { what, act, says } of onDiscordAlone)
    test.concurrent(`on Discord ${what}`, async () => {
      const told = await act(premises.discord);
      await soon(() => expect(told().map(firstLine)).toEqual([expect.stringMatching(says)]));
    });

  for (const { what, act, says } of onSlackAlone)
    test.concurrent(`on Slack ${what}`, async () => {
      const told = await act(premises.slack);
      await soon(() => expect(told().map(firstLine)).toEqual([expect.stringMatching(says)]));
    });

  test("each channel that cannot be written to is one line in the log, and nothing else is an error", () => {
    const errors = premises.program.output.split("\n").filter((line) => /"level":(50|60)/.test(line));
    expect(errors.map((line) => JSON.parse(line).reason).sort()).toEqual([
      expect.stringContaining("Discord: Missing Permissions"),
      expect.stringContaining("restricted_action_read_only_channel"),
    ]);
  });
});

const firstLine = (message: { text: string } | string): string =>
  (typeof message === "string" ? message : message.text).split("\n")[0] ?? "";
