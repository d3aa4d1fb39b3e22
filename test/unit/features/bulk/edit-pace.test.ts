import { describe, expect, test } from "vitest";
import { editPace } from "../../../../src/features/bulk/edit-pace.ts";

const slack = { inAll: { count: 50, withinMs: 60_000 }, channelOf: () => "c" };
const discord = { perChannel: { count: 5, withinMs: 5_000 }, channelOf: () => "c" };
const spots = (count: number, channel: (index: number) => string, platform = "slack") =>
  Array.from({ length: count }, (_, index) => ({ platform, channel: channel(index) }));

describe("how often a progress message is edited", () => {
  const spot = { platform: "slack", channel: "a" };

  test("alone, as often as its platform lets one message be", () => {
    expect(editPace(spot, [spot], 2_000, slack)).toBe(2_000);
    expect(editPace({ platform: "web", channel: "a" }, [], 0, undefined)).toBe(150);
  });

  test("the less often the more share what the platform takes, with room to spare", () => {
    expect(editPace(spot, spots(20, String), 2_000, slack)).toBe(30_000);
    const here = { platform: "discord", channel: "0" };
    expect(
      editPace(
        here,
        spots(20, () => "0", "discord"),
        1_500,
        discord,
      ),
    ).toBe(25_000);
    expect(editPace(here, spots(20, String, "discord"), 1_500, discord)).toBe(1_500);
  });

  test("messages elsewhere do not count", () => {
    expect(editPace(spot, [spot, ...spots(20, () => "a", "discord")], 2_000, slack)).toBe(2_000);
  });
});
