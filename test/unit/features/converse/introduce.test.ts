import { expect, test } from "vitest";
import type { Outcome } from "../../../../src/chat/outcome.ts";
import type { Turn } from "../../../../src/chat/turn.ts";
import { introduce } from "../../../../src/features/converse/introduce.ts";

const FILM = "2026-11-22T10:00:00.000Z";
const turnIn = (created_at: string, memory = {}) =>
  ({ session: { created_at, memory }, project: { created_at: FILM } }) as unknown as Turn;
const offline = { offline: true } as Parameters<typeof introduce>[2];
const said = (turn: Turn, more: Partial<Outcome> = {}) =>
  introduce(turn, { blocks: [], ...more }, offline).blocks.length > 0;

test("what a language model would add is said where a film begins, and not in every thread after", () => {
  expect(said(turnIn(FILM))).toBe(true);
  expect(said(turnIn("2026-11-22T09:58:00.000Z"))).toBe(true);
  expect(said(turnIn(FILM, { introduced: true }))).toBe(false);
  expect(said(turnIn("2026-11-22T15:00:00.000Z"))).toBe(false);
});

test("nobody alone is told it", () => {
  expect(said(turnIn(FILM), { private: true })).toBe(false);
});
