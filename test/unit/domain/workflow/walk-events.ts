import fc from "fast-check";
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  FILM_FORMATS,
  type FilmFormat,
} from "../../../../src/domain/project.ts";
import { MAX_STEPS } from "./any-workflow.ts";
import { PROFILES } from "./walk-world.ts";

/** What people do to steps. "confirm" is a completion of what may be out of date: somebody says that it holds. */
export const STEP_DEEDS = ["activate", "complete", "confirm", "skip", "open", "reopen", "rollback"] as const;
export type StepDeed = (typeof STEP_DEEDS)[number];

/** `step` counts round the steps there are; the highest number means none. */
export interface StepEvent {
  readonly deed: StepDeed;
  readonly step: number;
  /** Means one of those with which it can be done, if there is any: people mostly press what they are offered. */
  readonly aimed: boolean;
  /** By its name, in capitals. */
  readonly named: boolean;
  readonly reason: string;
}

export type WalkEvent =
  | StepEvent
  | { readonly deed: "restore"; readonly branch: number }
  | { readonly deed: "add" | "drop"; readonly profile: number }
  | { readonly deed: "write"; readonly document: DocumentKind; readonly words: number }
  | { readonly deed: "format"; readonly format: FilmFormat }
  | { readonly deed: "undo" };

const reason = fc.constantFrom("we do it otherwise", "we do it otherwise", "  ");

const onSteps = (...deeds: readonly StepDeed[]): fc.Arbitrary<WalkEvent> =>
  fc.record({
    deed: fc.constantFrom(...deeds),
    step: fc.nat(MAX_STEPS),
    aimed: fc.nat(3).map((chance) => chance > 0),
    named: fc.boolean(),
    reason,
  });

const anyEvent: fc.Arbitrary<WalkEvent> = fc.oneof(
  { weight: 5, arbitrary: onSteps("activate", "complete", "skip", "open") },
  { weight: 2, arbitrary: onSteps("confirm", "reopen") },
  { weight: 3, arbitrary: onSteps("rollback") },
  { weight: 4, arbitrary: fc.nat(2).map((branch): WalkEvent => ({ deed: "restore", branch })) },
  {
    weight: 5,
    arbitrary: fc.nat(PROFILES.length - 1).map((profile): WalkEvent => ({ deed: "add", profile })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(PROFILES.length - 1).map((profile): WalkEvent => ({ deed: "drop", profile })),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...DOCUMENT_KINDS), fc.nat(4))
      .map(([document, words]): WalkEvent => ({ deed: "write", document, words })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...FILM_FORMATS).map((format): WalkEvent => ({ deed: "format", format })),
  },
  { weight: 1, arbitrary: fc.constant<WalkEvent>({ deed: "undo" }) },
);

export const anyWalk = fc.array(anyEvent, { minLength: 1, maxLength: 24, size: "max" });
