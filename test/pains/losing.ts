import { expect, test } from "vitest";
import type { Premises } from "../rooms/premises.ts";
import { answerTo, said, soon } from "../rooms/room.ts";
import { type Chat, onBoth, SARAH } from "./both.ts";

const times = (chat: Chat, words: RegExp) => chat.talk.seen().filter(({ text }) => words.test(text)).length;

/** What is lost, or comes twice. */
export function losing(get: () => Premises): void {
  test("1. a reply that could not be posted is posted when the platform is back", async () => {
    await onBoth(get(), async (chat) => {
      await said(chat.talk, SARAH, /Sarah/);
      chat.failSends(3, 503);
      await said(chat.talk, "Create a character named Otto, a cook", /Otto/);
      expect(times(chat, /Otto\W[\s\S]*created/)).toBe(1);
    });
  });

  test("2. what is said while the connection is broken is heard when it is back, in order", async () => {
    await onBoth(get(), async (chat) => {
      await said(chat.talk, SARAH, /Sarah/);
      const names = ["Ida", "Jan", "Kai", "Lou"];
      const receipts = () =>
        chat.talk
          .seen()
          .flatMap(({ text }) => /\*(Ida|Jan|Kai|Lou)\*+ \(character\) created/.exec(text)?.[1] ?? []);
      chat.breakConnection();
      const saying: Promise<void>[] = [];
      for (const name of names) saying.push(chat.talk.say(`Create a character named ${name}, a baker`));
      await Promise.all(saying);
      await soon(() => expect(receipts()).toEqual(names));
    });
  });

  test.concurrent("2. a burst is heard whole while Backlot is busy", async () => {
    await onBoth(get(), async (chat) => {
      await said(chat.talk, SARAH, /Sarah/);
      const before = chat.talk.seen().length;
      await Promise.all(
        Array.from({ length: 6 }, (_, age) => chat.talk.say(`What is ${30 + age} to Sarah?`)),
      );
      await soon(() => expect(chat.talk.seen()).toHaveLength(before + 6), 40_000);
    });
  });

  test("2. what is told as a retry, since the first time went nowhere, is heard", async () => {
    await onBoth(get(), async (chat) => {
      await said(chat.talk, SARAH, /Sarah/);
      chat.loseNext();
      await chat.talk.say("Create a character named Quinn, a smith");
      await chat.retry();
      await soon(() => expect(times(chat, /Quinn\W[\s\S]*created/)).toBe(1));
    });
  });

  test.concurrent("3. a message delivered again is not worked again", async () => {
    await onBoth(get(), async (chat) => {
      await said(chat.talk, SARAH, /Sarah/);
      await said(chat.talk, "Create a character named Pia, a pilot", /Pia/);
      const before = chat.talk.seen().length;
      await chat.deliverAgain();
      await said(chat.talk, "Who is Pia?", /pilot/);
      expect(chat.talk.seen()).toHaveLength(before + 1);
    });
  });

  test("3. a post whose confirmation was lost is not posted again", async () => {
    await onBoth(get(), async (chat) => {
      await said(chat.talk, SARAH, /Sarah/);
      chat.loseAnswers(1);
      await answerTo(chat.talk, () => chat.talk.say("Create a character named Rosa, a nurse"), /Rosa/);
      await said(chat.talk, "Who is Sarah?", /journalist/);
      expect(times(chat, /Rosa\W[\s\S]*created/)).toBe(1);
    });
  });
}
