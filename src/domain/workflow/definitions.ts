import type { WorkflowName } from "../project.ts";
import type { GateDefinition, StepDefinition, WorkflowDefinition } from "./definition.ts";

const GATES: readonly GateDefinition[] = [
  {
    kind: "scene",
    needs: [{ type: "count", kind: "character", count: 1 }],
    because: "A scene needs someone in it",
  },
  {
    kind: "relationship",
    needs: [{ type: "count", kind: "character", count: 2 }],
    because: "A relationship ties two characters",
  },
];

/** The trade's order, from concept to call sheet. */
const STEPS = {
  concept: {
    id: "concept",
    name: "Concept",
    requires: [],
    needs: [{ type: "document", document: "concept" }],
    minutes: 10,
    difficulty: "easy",
    impact: "high",
  },
  logline: {
    id: "logline",
    name: "Logline",
    requires: [],
    needs: [{ type: "document", document: "logline" }],
    minutes: 10,
    difficulty: "medium",
    impact: "high",
  },
  synopsis: {
    id: "synopsis",
    name: "Synopsis",
    requires: ["logline"],
    needs: [{ type: "document", document: "synopsis" }],
    minutes: 30,
    difficulty: "medium",
    impact: "high",
  },
  characters: {
    id: "characters",
    name: "Characters",
    requires: [],
    needs: [{ type: "count", kind: "character", count: 2 }],
    minutes: 20,
    difficulty: "easy",
    impact: "high",
  },
  beats: {
    id: "beats",
    name: "Beat sheet",
    requires: ["characters", "synopsis"],
    needs: [{ type: "document", document: "beats" }],
    minutes: 45,
    difficulty: "medium",
    impact: "high",
  },
  treatment: {
    id: "treatment",
    name: "Treatment",
    requires: ["beats"],
    needs: [{ type: "document", document: "treatment" }],
    minutes: 90,
    difficulty: "hard",
    impact: "medium",
  },
  outline: {
    id: "outline",
    name: "Scene outline",
    requires: ["characters"],
    needs: [{ type: "count", kind: "scene", count: 3 }],
    minutes: 60,
    difficulty: "medium",
    impact: "high",
  },
  screenplay: {
    id: "screenplay",
    name: "Screenplay",
    requires: ["outline"],
    needs: [],
    minutes: 600,
    difficulty: "hard",
    impact: "high",
  },
  lock: {
    id: "lock",
    name: "Lock and number",
    requires: ["screenplay"],
    needs: [],
    minutes: 15,
    difficulty: "easy",
    impact: "medium",
  },
  breakdown: {
    id: "breakdown",
    name: "Breakdown",
    requires: ["outline", "lock"],
    needs: [],
    minutes: 120,
    difficulty: "medium",
    impact: "high",
  },
  storyboard: {
    id: "storyboard",
    name: "Shots and storyboard",
    requires: ["breakdown"],
    needs: [],
    minutes: 240,
    difficulty: "hard",
    impact: "high",
  },
  schedule: {
    id: "schedule",
    name: "Schedule",
    requires: ["breakdown"],
    needs: [],
    minutes: 120,
    difficulty: "hard",
    impact: "high",
  },
  "call-sheet": {
    id: "call-sheet",
    name: "Call sheet",
    requires: ["schedule"],
    needs: [],
    minutes: 30,
    difficulty: "medium",
    impact: "medium",
  },
} as const satisfies Record<string, StepDefinition>;

const film: WorkflowDefinition = { name: "film", gates: GATES, steps: Object.values(STEPS) };

/** A short film needs no synopsis, beats or treatment, and goes from the outline to the board without a lock. */
const short: WorkflowDefinition = {
  name: "short",
  gates: GATES,
  steps: [
    STEPS.concept,
    STEPS.logline,
    { ...STEPS.characters, needs: [{ type: "count", kind: "character", count: 1 }] },
    { ...STEPS.outline, needs: [{ type: "count", kind: "scene", count: 1 }] },
    STEPS.screenplay,
    { ...STEPS.breakdown, requires: ["outline", "screenplay"] },
    STEPS.storyboard,
    STEPS.schedule,
    STEPS["call-sheet"],
  ],
};

/** The same steps as a list to tick off, for teams that want no gates. */
const free: WorkflowDefinition = {
  name: "free",
  gates: [],
  steps: film.steps.map((step) => ({ ...step, requires: [] })),
};

export const WORKFLOWS: Readonly<Record<WorkflowName, WorkflowDefinition>> = { film, short, free };
