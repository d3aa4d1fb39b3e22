import { expect, onTestFinished } from "vitest";
import { createSlackPlatform } from "../../../src/adapters/slack/platform.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import { eventually, keptInMemory, quietLogger, Recorder, realClock } from "../../contract/platform-room.ts";
import { KeptHearing } from "../kept-hearing.ts";
import { FakeSlack } from "./fake-slack.ts";
import type { SlackPerson } from "./workspace.ts";

interface Line {
  readonly level: string;
  readonly message: string;
  readonly data: object;
}

/** A workspace, and a Backlot that comes and goes and keeps what it heard. Gone with the test. */
export async function awayRoom(clock: Clock = realClock, lines: Line[] = []) {
  const fake = await FakeSlack.start();
  onTestFinished(() => fake.close());
  const hearing = new KeptHearing();
  const recorder = Object.assign(new Recorder(), { hearing });
  const come = async () => {
    const { botToken, appToken } = fake.workspace;
    const platform = createSlackPlatform({
      config: { botToken, appToken, apiUrl: fake.apiUrl },
      commands: [],
      blobs: keptInMemory(),
      clock,
      logger: quietLogger(lines),
    });
    onTestFinished(() => platform.stop());
    await platform.start(recorder);
    return platform;
  };
  const ana = fake.person("Ana", "admin");
  /** Something that Slack tells nobody: it happens, and stands in the history. */
  const unheard = (channel: string, text: string, thread?: string, who: SlackPerson = ana) => {
    const post = {
      ts: fake.workspace.nextTs(),
      user: who.id,
      text,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    fake.workspace.channels.get(channel)?.posts.push(post);
    return post;
  };
  /** The same of an edit. */
  const change = (channel: string, ts: string, text: string) => {
    const edited = { user: ana.id, ts: fake.workspace.nextTs() };
    Object.assign(fake.workspace.post(channel, ts) ?? {}, { text, edited });
  };
  const heard = (text: string) =>
    eventually(
      () => recorder.events.find((event) => textOf(event) === text) ?? expect.fail(`${text}: not heard`),
    );
  const begin = async (channel: string, text: string) => {
    const { ts } = await fake.say(channel, ana, `${fake.mention} ${text}`);
    recorder.open.push((await heard(text)).place);
    return ts;
  };
  const texts = () => recorder.events.map(textOf);
  return { fake, hearing, recorder, come, ana, unheard, change, heard, begin, texts };
}

export const textOf = (event: InboundEvent): string => ("text" in event ? event.text : "");
