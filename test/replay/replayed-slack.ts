import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { createSlackPlatform } from "../../src/adapters/slack/platform.ts";
import type { BoundCommand } from "../../src/chat/command.ts";
import type { Amendment, InboundEvent } from "../../src/chat/inbound-event.ts";
import { keptInMemory, quietLogger, Recorder, realClock } from "../contract/platform-room.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import type { HttpLine, Kind } from "../fakes/slack/lines.ts";
import { Workspace } from "../fakes/slack/workspace.ts";

/** Bolt answers what it has no route for after three seconds. */
const GIVEN_UP_MS = 6_000;

export interface ReplayedSlack {
  /** Sends a payload as Slack does, signed. What Bolt answered, and what Backlot heard by then. */
  send(payload: Record<string, unknown>): Promise<{ status: number; heard: (InboundEvent | Amendment)[] }>;
  /** Errors that were logged so far. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Backlot on the real Bolt's HTTP receiver, as the bot that was there when payloads were recorded. */
export async function replaySlack(
  botUserId: string,
  commands: readonly BoundCommand[],
): Promise<ReplayedSlack> {
  const fake = await FakeSlack.start(new Workspace({ botId: botUserId }));
  const recorder = new Recorder();
  // Every conversation is open: what is said counts without a mention.
  recorder.knows = async () => true;
  const lines: { level: string; message: string; data: object }[] = [];
  const port = await freePort();
  const platform = createSlackPlatform({
    config: {
      botToken: fake.workspace.botToken,
      apiUrl: fake.apiUrl,
      signingSecret: fake.workspace.signingSecret,
      port,
    },
    commands,
    blobs: keptInMemory(),
    clock: realClock,
    logger: quietLogger(lines),
  });
  await platform.start(recorder);
  const line: HttpLine = fake.overHttp(`http://127.0.0.1:${port}/slack/events`);
  return {
    get errors() {
      return lines
        .filter(({ level }) => level === "error")
        .map(({ message, data }) => `${message}: ${(data as { err?: unknown }).err}`);
    },
    send: async (payload) => {
      recorder.events.length = 0;
      recorder.amendments.length = 0;
      const { status } = await line.request(kindOf(payload), payload, 0, GIVEN_UP_MS);
      return { status, heard: [...recorder.events, ...recorder.amendments] };
    },
    close: async () => {
      await platform.stop();
      await fake.close();
    },
  };
}

function kindOf(payload: Record<string, unknown>): Kind {
  if (payload.event !== undefined) return "events_api";
  return payload.command === undefined ? "interactive" : "slash_commands";
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
