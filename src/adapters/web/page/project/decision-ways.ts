import type { Settings } from "../api/wire.ts";

interface Way {
  readonly value: string;
  readonly label: string;
  readonly about: string;
}

const USUAL_VOTES = 2;

/** Who takes the choices that change the course of the film, as `/project decisions` takes it: "vote 3". */
export function decisionOf({ decisions = { by: "anyone" } }: Settings): string {
  return decisions.by === "vote" ? `vote ${decisions.votes}` : decisions.by;
}

/** A vote shows the number that is set; where none is, the usual one. */
export function decisionWays({ decisions }: Settings): readonly Way[] {
  const votes = decisions?.by === "vote" ? decisions.votes : USUAL_VOTES;
  return [
    { value: "anyone", label: "Anyone", about: "Whoever writes here may take the film a step on." },
    {
      value: "producer",
      label: "Producers",
      about: "A producer takes the film a step on. Others show what they would take.",
    },
    {
      value: `vote ${votes}`,
      label: `${votes} votes`,
      about: `${votes} who write here, or one producer, take the film a step on.`,
    },
  ];
}
