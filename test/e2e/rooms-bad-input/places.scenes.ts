import type { Scene } from "./scene.ts";
import { answered } from "./stage.ts";

/** Commands where there is no film yet. They wait, and nothing is wrong with them. */
export const ofPlaces: readonly Scene[] = [
  {
    what: "a command in somebody's talk with Backlot alone is answered there, or asks for the film",
    ready: async (stage) => {
      const at = stage.direct();
      return { at, go: () => at.command("/jobs", "Dora") };
    },
    says: /^No bulk work is under way\. Type for example|^We have no film yet\. Which one is this for\?/,
    logs: "nothing",
  },
  {
    what: "a command in a channel whose film was taken out asks for one, once",
    ready: async (stage) => {
      await answered(stage.thread, "/project unbind", /works on no film now/);
      return { at: stage.channel, go: () => stage.channel.command("/jobs") };
    },
    says: /^This channel works on no film yet\. Which one is this for\? What you said waits, and I answer it/,
    logs: "nothing",
  },
];
