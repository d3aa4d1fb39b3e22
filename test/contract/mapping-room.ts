import { createModels, type Models } from "../../src/app/model.ts";
import type { BoundCommand } from "../../src/chat/command.ts";
import type { Place } from "../../src/domain/session.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { openDiscordRoom } from "../fakes/discord/discord-room.ts";
import { openSlackRoom } from "../fakes/slack/slack-room.ts";
import { Studio } from "../support/product.ts";
import { Stage, silent } from "../support/stage.ts";
import { eventually, type Room, realClock } from "./platform-room.ts";

const TOLD_AFTER_MS = 4_000;

type Who = ReturnType<Room["person"]>;
type Seen = ReturnType<Room["seen"]>[number];

/** A room of a platform with the whole product in it. */
export interface MappingRoom {
  readonly room: Room;
  readonly stage: Stage;
  /** Somebody of a role or user group of the platform, and how people mention it. */
  inGroup(name: string, group: string): { readonly who: Who; readonly mention: string };
  /** Mentions Backlot in a channel; the message, and the place where it is answered. */
  call(
    channel: string,
    who: Who,
    text: string,
  ): Promise<{ readonly place: Place; readonly said: Awaited<ReturnType<Room["say"]>> }>;
  /** Says something in a thread. */
  say(place: Place, who: Who, text: string): ReturnType<Room["say"]>;
  /** The newest message at a place that says this. */
  says(place: Place, words: RegExp): Promise<Seen>;
  close(): Promise<void>;
}

export async function openMappingRoom(
  name: "discord" | "slack",
  models: Models = createModels({ kind: "offline" }, {}, silent),
): Promise<MappingRoom> {
  const stage = await Stage.open();
  let platform: Platform | undefined;
  const over = { models, clock: hurried, platform: () => platform };
  const { receiver, commands } = new Studio(stage, undefined, undefined, over).product;
  const { room, workspace, inGroup } = await enter(name, commands);
  platform = room.platform;
  // From here on it is the product that hears what people do.
  Object.assign(room.recorder, receiver);
  return {
    room,
    stage,
    inGroup,
    call: async (channel, who, text) => {
      const said = await room.say(channel, who, `${room.mention} ${text}`);
      return { said, place: { platform: name, workspace, channel, thread: said.id } };
    },
    say: ({ channel, thread = "" }, who, text) => room.say(channel, who, text, { thread }),
    says: (place, words) =>
      eventually(() => {
        const seen = room.seen(place);
        const found = seen.findLast(({ text }) => words.test(text));
        if (found) return found;
        throw new Error(`nothing says ${words}; there is: ${seen.map(({ text }) => text).join(" | ")}`);
      }),
    close: async () => {
      await room.close();
      await stage.close();
    },
  };
}

/** As real as can be, but that people are told sooner that an answer takes long. */
const hurried: Clock = {
  ...realClock,
  after: (ms, callback) => realClock.after(ms === TOLD_AFTER_MS ? 200 : ms, callback),
};

async function enter(name: "discord" | "slack", commands: readonly BoundCommand[]) {
  if (name === "discord") {
    const room = await openDiscordRoom(commands);
    const { world } = room.fake;
    const inGroup = (who: string) => {
      const person = room.fake.person(who, 0n);
      return { who: person, mention: `<@&${person.roles[0]}>` };
    };
    return { room, workspace: world.guildId, inGroup };
  }
  const room = await openSlackRoom(commands, "socket");
  const { workspace } = room.fake;
  const inGroup = (who: string, group: string) => {
    const person = room.fake.person(who, "member");
    workspace.userGroups.push({
      id: `S0${workspace.userGroups.length}ABC`,
      handle: group,
      users: [person.id],
    });
    return { who: person, mention: `@${group}` };
  };
  return { room, workspace: workspace.teamId, inGroup };
}
