import { expect, test } from "vitest";
import { help } from "../../../commands/help.ts";
import type { Turn } from "../../../src/chat/turn.ts";
import type { Features } from "../../../src/features/features.ts";

const features = { guide: { help: () => ({ blocks: [] }), names: () => [] } } as unknown as Features;
const asked = (platform: string, type: string) =>
  help.run(features, { session: { place: { platform } }, event: { type } } as unknown as Turn, {});

test("help is told to whoever asks by a command among others, and said where it is asked in talk", async () => {
  expect(await asked("discord", "command")).toMatchObject({ private: true });
  expect(await asked("slack", "command")).toMatchObject({ private: true });
  for (const [platform, type] of [
    ["discord", "message"],
    ["slack", "message"],
    ["web", "command"],
  ] as const)
    expect(await asked(platform, type)).not.toHaveProperty("private");
});
