import fc from "fast-check";
import { expect, test } from "vitest";
import { renderPosts, withoutPictures } from "../../../../src/adapters/slack/outbound.ts";
import { reply } from "../../../contract/platform-room.ts";
import { brokenRules } from "../../../fakes/slack/rules.ts";
import type { Block } from "../../../fakes/slack/workspace.ts";
import { hostileBlocks } from "../../../support/hostile-blocks.ts";

/** Times are the only marks that Backlot makes itself. */
const CALL = /<[@#]|<!(?!date\^)|@(?:everyone|here|channel)\b(?!\.\w)/i;

test("whatever words a reply is made of, Slack takes it, and it calls nobody from anywhere", () => {
  const files = new Map([["fil_2", "F0ABCDEFGH"]]);
  fc.assert(
    fc.property(hostileBlocks, (blocks) => {
      for (const drawn of renderPosts(reply("@here <!channel>", blocks), files))
        for (const post of [drawn, withoutPictures(drawn)]) {
          expect(brokenRules(post.text, post.blocks as unknown as Block[])).toEqual([]);
          expect(JSON.stringify(post)).not.toMatch(CALL);
        }
    }),
    { numRuns: 200 },
  );
});
