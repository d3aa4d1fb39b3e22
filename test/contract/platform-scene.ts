import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { Place } from "../../src/domain/session.ts";
import { eventually, type Room } from "./platform-room.ts";

/** A room and what every test of the contract does in it. */
export interface Scene {
  readonly room: Room;
  /** The event whose text has these words, once it is heard. */
  heard(text: string): Promise<InboundEvent>;
  /** Somebody mentions Backlot in a channel of their own; the place it answers at. */
  begin(): Promise<Place>;
}

let serial = 0;

export function unique(prefix: string): string {
  serial += 1;
  return `${prefix}_${serial}_`;
}

export function createScene(room: Room): Scene {
  const heard = (text: string) =>
    eventually(() => {
      const event = room.recorder.events.find((one) => "text" in one && one.text.includes(text));
      if (!event) throw new Error(`"${text}" was not heard`);
      return event;
    });
  return {
    room,
    heard,
    begin: async () => {
      const mark = unique("begin");
      await room.say(room.channel(), room.person("Ana"), `${room.mention} ${mark}`);
      return (await heard(mark)).place;
    },
  };
}
