import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/discord/platform.ts";
import { createSlackPlatform } from "../../src/adapters/slack/platform.ts";
import { FileRecord, recordKey } from "../../src/domain/file-record.ts";
import type { Place } from "../../src/domain/session.ts";
import type { Blobs } from "../../src/ports/blobs.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { eventually, keptInMemory, quietLogger, realClock } from "../contract/platform-room.ts";
import { attach, expireAttachments } from "../fakes/discord/attachments.ts";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { post } from "../fakes/slack/posted-files.ts";
import { Studio } from "../support/product.ts";
import { Stage } from "../support/stage.ts";

const MAX_BYTES = 64 * 1024;
const CSV = Buffer.from("Name,Age,Job\nSarah,28,journalist\nJohn,41,cook\n");
const OGG = Buffer.concat([Buffer.from("OggS"), Buffer.alloc(600)]);
const VOICE = { duration_secs: 12.4, waveform: "AAAA", content_type: "audio/ogg" };
const M4A = Buffer.concat([Buffer.alloc(4), Buffer.from("ftypM4A "), Buffer.alloc(300)]);

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** The product on real stores, with a platform that talks to its fake over real sockets. */
async function productWith(platform: Platform, blobs: Blobs) {
  const studio = new Studio(stage, blobs, undefined, { platform: () => platform, maxFileBytes: MAX_BYTES });
  await platform.start(studio.product.receiver);
  const bind = async (place: Place) => {
    if (await stage.stores.sessions.at(place)) return;
    const session = await stage.session();
    await stage.stores.sessions.create({ ...session, id: stage.ids.next("session"), place });
  };
  return { studio, bind };
}

describe("files posted on Discord", () => {
  let fake: FakeDiscord;
  let platform: Platform;
  let blobs: Blobs;
  let product: Awaited<ReturnType<typeof productWith>>;
  let channel: string;

  beforeEach(async () => {
    fake = await FakeDiscord.start();
    blobs = keptInMemory();
    platform = createDiscordPlatform({
      config: { token: fake.world.token, apiUrl: fake.apiUrl },
      commands: [],
      blobs,
      clock: realClock,
      logger: quietLogger(),
    });
    product = await productWith(platform, blobs);
    channel = fake.direct();
    await product.bind({ platform: "discord", workspace: `dm-${channel}`, channel });
  });
  afterEach(async () => {
    await platform.stop();
    await product.studio.product.stop();
    await fake.close();
  });

  const postWith = (text: string, ...attachments: Record<string, unknown>[]) =>
    fake.say(channel, fake.person("Ana"), text, { attachments });
  const answer = (words: RegExp) =>
    eventually(() => {
      const shown = fake.seen(channel).filter(({ by }) => by === "Backlot");
      return (
        shown.find(({ text }) => words.test(text)) ??
        expect.fail(JSON.stringify(shown.map(({ text }) => text)))
      );
    });

  test("hold rows that are read as if they were uploaded in the page", async () => {
    postWith("", attach(fake, "cast.csv", CSV, { content_type: "text/csv" }));
    await answer(/Sarah[\s\S]*John/);
    expect(fake.world.downloads).toEqual([{ id: expect.any(String), authorization: undefined }]);
  });

  test("are what a command beside them is about", async () => {
    const yaml = "name: ours\ntitle: Our own way\nsteps:\n  - id: idea\n    name: The idea\n";
    postWith("/workflow edit", attach(fake, "ours.yaml", Buffer.from(yaml), { content_type: "text/yaml" }));
    const shown = await answer(/Our own way/);
    expect(shown.text).not.toContain("not saved");
    postWith("/import", attach(fake, "props.csv", Buffer.from("Prop,Note\nLantern,brass\nMap,torn\n")));
    await answer(/Lantern[\s\S]*Map/);
  });

  test("are fetched at the address the message tells now, when the first has expired", async () => {
    const file = attach(fake, "cast.csv", CSV);
    fake.world.signatures.set(String(file.id), "second");
    postWith("", file);
    expireAttachments(fake);
    await answer(/Sarah[\s\S]*John/);
    expect(fake.world.downloads).toHaveLength(2);
  });

  test("that are voice notes are kept with their length, and not listened to", async () => {
    const voice = attach(fake, "voice-message.ogg", OGG, VOICE);
    postWith("", voice);
    await answer(/Kept your voice note \(12 s\)/);
    const session = await stage.stores.sessions.at({
      platform: "discord",
      workspace: `dm-${channel}`,
      channel,
    });
    const [message] = await stage.stores.messages.page(session?.id ?? "", 5);
    const [file] = message?.files ?? [];
    expect(file).toMatchObject({ name: "voice-message.ogg", media_type: "audio/ogg", seconds: 12.4 });
    const content = await blobs.open(file?.id ?? "");
    expect(content && (await buffer(content))).toEqual(OGG);
    const record = await blobs.open(recordKey(file?.id ?? ""));
    const known = FileRecord.parse(JSON.parse(String(record && (await buffer(record)))));
    expect(known).toMatchObject({ id: file?.id, workspace_id: session?.workspace_id, size: OGG.length });
  });

  test("are refused one by one, each in a line that says what to do", async () => {
    postWith(
      "",
      attach(fake, "liar.png", CSV),
      attach(fake, "huge.txt", Buffer.alloc(MAX_BYTES + 1, "a")),
      attach(fake, "claims.txt", Buffer.alloc(MAX_BYTES + 1, "a"), { size: 10 }),
      attach(fake, "empty.txt", Buffer.alloc(0)),
      { ...attach(fake, "stolen.txt", CSV), url: "http://169.254.169.254/latest/meta-data" },
    );
    const { text } = await answer(/liar\.png/);
    expect(text).toContain("liar.png does not hold what its name says. Save it as what it is");
    expect(text).toContain("huge.txt is larger than the 0 MB I take. Make it smaller");
    expect(text).toContain("claims.txt is larger than");
    expect(text).toContain("empty.txt is empty.");
    expect(text).toContain("I cannot get stolen.txt from Discord any more. Post it once more.");
    expect(text).not.toContain("Kept");
  });
});

describe("files posted on Slack", () => {
  let fake: FakeSlack;
  let platform: Platform;
  let product: Awaited<ReturnType<typeof productWith>>;
  let channel: string;

  beforeEach(async () => {
    fake = await FakeSlack.start();
    const blobs = keptInMemory();
    const { botToken, appToken } = fake.workspace;
    platform = createSlackPlatform({
      config: { botToken, appToken, apiUrl: fake.apiUrl },
      commands: [],
      blobs,
      clock: realClock,
      logger: quietLogger(),
    });
    product = await productWith(platform, blobs);
    channel = fake.channel("direct", true);
    await product.bind({ platform: "slack", workspace: fake.workspace.teamId, channel });
  });
  afterEach(async () => {
    await platform.stop();
    await product.studio.product.stop();
    await fake.close();
  });

  const answer = (words: RegExp) =>
    eventually(() => {
      const shown = fake.seen(channel).filter(({ by }) => by === "Backlot");
      return (
        shown.find(({ text }) => words.test(text)) ??
        expect.fail(JSON.stringify(shown.map(({ text }) => text)))
      );
    });
  const send = (name: string, bytes: Uint8Array, claims: Record<string, unknown> = {}) =>
    post(fake, channel, fake.person("Ana"), { text: "", name, bytes, ...claims });

  test("hold rows that are read as if they were uploaded in the page", async () => {
    await send("cast.csv", CSV);
    await answer(/Sarah[\s\S]*John/);
  });

  test("from another workspace are asked for", async () => {
    await send("cast.csv", CSV, { url_private: undefined, size: undefined, file_access: "check_file_info" });
    await answer(/Sarah[\s\S]*John/);
  });

  test("that are voice notes are kept with their length, whatever they are called", async () => {
    await send("audio_message.mp4", M4A, {
      mimetype: "audio/mp4",
      subtype: "slack_audio",
      duration_ms: 3_200,
    });
    await answer(/Kept your voice note \(3 s\)/);
  });

  test("cannot be opened without the permission, and the answer names it", async () => {
    fake.workspace.scopes.delete("files:read");
    await send("cast.csv", CSV);
    await answer(/has not given me the permission files:read/);
  });

  test("that lie elsewhere are not fetched", async () => {
    await send("plan.csv", CSV, { url_private: "https://drive.example.com/plan.csv", is_external: true });
    await answer(/plan\.csv is kept outside of Slack\. Post the file itself\./);
  });
});
