import type { Scene } from "./scene.ts";
import type { Stage } from "./stage.ts";

const saying = (what: string, text: (stage: Stage) => string, says: RegExp): Scene => ({
  what,
  ready: async (stage) => ({ go: async () => void (await stage.thread.say(text(stage))) as undefined }),
  says,
  logs: "nothing",
});

/** Words that say nothing: they are talk, and answered as talk. */
export const ofWords: readonly Scene[] = [
  saying(
    "a message is nothing but a call",
    ({ mention }) => mention,
    /^That message was empty\. Tell me something of Film, for instance: “.+”\.$/,
  ),
  saying(
    "a message calls and says what nobody can see",
    ({ mention }) => `${mention} \u200b\u200c\u200d\ufeff\u3164`,
    /^That message was empty\. Tell me something/,
  ),
  saying(
    "a message is nothing but emoji",
    () => "🎬🎬",
    /^I (?:found no|could not place).*“🎬🎬”.*\/help|What happens next in Film\?$/,
  ),
  saying(
    "a message turns its words around",
    () => "\u202eelpoep on\u202c",
    /^(?!.*[\u202a-\u202e\u2066-\u2069])I (?:found no|could not place).*\/help/,
  ),
];
