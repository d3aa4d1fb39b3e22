import fc from "fast-check";
import { expect, test } from "vitest";
import { renderPosts, withoutPictures } from "../../../../src/adapters/discord/outbound.ts";
import { reply } from "../../../contract/platform-room.ts";
import { brokenRules } from "../../../fakes/discord/rules.ts";
import { hostileBlocks } from "../../../support/hostile-blocks.ts";

const CALL = /@(?:everyone|here)\b(?!\.\w)|<[@#!]/i;

test("whatever words a reply is made of, Discord takes it, and it calls nobody from anywhere", () => {
  fc.assert(
    fc.property(hostileBlocks, (blocks) => {
      for (const post of renderPosts(reply("@everyone <@1>", blocks))) {
        const attached = (post.attachments ?? []).map(({ filename = "" }) => filename);
        expect(brokenRules(post as Record<string, unknown>, attached)).toEqual([]);
        expect(brokenRules(withoutPictures(post) as Record<string, unknown>)).toEqual([]);
        expect(JSON.stringify(post)).not.toMatch(CALL);
      }
    }),
    { numRuns: 200 },
  );
});
