import { beforeEach, describe, expect, test } from "vitest";
import { createMemoryBus } from "../../../../src/adapters/memory/bus.ts";
import { SESSIONS_CHANGED } from "../../../../src/chat/sessions-changed.ts";
import { lobbyIdOf } from "../../../../src/domain/access.ts";
import type { Place, Session } from "../../../../src/domain/session.ts";
import { createHeardPlaces } from "../../../../src/features/receive/heard-places.ts";
import type { Bus } from "../../../../src/ports/bus.ts";
import { aProject, aSession } from "../../../contract/samples.ts";

const thread: Place = { platform: "slack", workspace: "T1", channel: "C1", thread: "1.1" };

describe("where what is said counts", () => {
  let bus: Bus;
  let missed: () => void;
  let session: Session | undefined;
  let reads: number;
  let during: () => void;
  let knows: (place: Place) => Promise<boolean>;
  beforeEach(() => {
    bus = createMemoryBus(() => undefined);
    session = aSession(aProject(), { place: thread });
    [reads, during] = [0, () => undefined];
    const everAt = async () => {
      reads += 1;
      const found = session;
      during();
      await settled();
      return found;
    };
    const onMissed = (listener: () => void) => {
      missed = listener;
      return () => undefined;
    };
    knows = createHeardPlaces({ everAt }, { ...bus, onMissed });
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const sendAway = () => {
    const workspace = session?.workspace_id ?? "";
    session = session && { ...session, status: "closed", project_id: lobbyIdOf(workspace) };
    bus.publish(SESSIONS_CHANGED, undefined);
  };

  test("is remembered until somebody changes sessions", async () => {
    expect([await knows(thread), await knows(thread)]).toEqual([true, true]);
    expect(reads).toBe(1);
    sendAway();
    await settled();
    expect(await knows(thread)).toBe(false);
  });

  test("is read again when something of other processes may have been missed", async () => {
    await knows(thread);
    missed();
    session = undefined;
    expect(await knows(thread)).toBe(false);
  });

  test("is not remembered where sessions change while it is read", async () => {
    during = sendAway;
    expect(await knows(thread)).toBe(true);
    during = () => undefined;
    expect(await knows(thread)).toBe(false);
  });

  test("is asked each time where it does not, since a session may be made there", async () => {
    const made = session;
    session = undefined;
    expect(await knows(thread)).toBe(false);
    session = made;
    expect(await knows(thread)).toBe(true);
    expect(await knows({ platform: "slack", workspace: "T1", channel: "C1" })).toBe(false);
    expect(await knows({ ...thread, thread: "2.2" })).toBe(true);
    expect(reads).toBe(4);
  });
});
