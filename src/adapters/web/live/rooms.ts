import type { SentFrame } from "./server-frame.ts";

interface Guest {
  readonly user_id: string;
  readonly tell: (frame: SentFrame) => void;
}

/** Who watches which session, in this process. */
export interface Rooms {
  /** Answers a function that leaves. Everybody in the room is told who is there, at coming and going. */
  enter(sessionId: string, guest: Guest): () => void;
}

export function createRooms(): Rooms {
  const rooms = new Map<string, Set<Guest>>();

  const announce = (room: ReadonlySet<Guest>): void => {
    const users = [...new Set([...room].map((guest) => guest.user_id))];
    for (const guest of room) guest.tell({ type: "presence", users });
  };

  return {
    enter: (sessionId, guest) => {
      const room = rooms.get(sessionId) ?? new Set<Guest>();
      rooms.set(sessionId, room.add(guest));
      announce(room);
      return () => {
        if (!room.delete(guest)) return;
        if (room.size === 0) rooms.delete(sessionId);
        announce(room);
      };
    },
  };
}
