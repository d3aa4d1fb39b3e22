import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { decisionsOf, ProjectSettings, receiptsOf, settingsOf } from "../../domain/project.ts";
import { mayActAs, requireRole } from "../../domain/role.ts";
import { decisionField, otherDecisions } from "./decisions.ts";

type Setting = "saving" | "corrections" | "receipts";

/** What each way means, in plain words; the label is its button. */
const WAYS = {
  saving: {
    receipt: { label: "Save at once", text: "I save what people say at once and show a receipt, with Undo." },
    propose: {
      label: "Show first",
      text: "I show what I would save first, and save it once somebody accepts it.",
    },
  },
  corrections: {
    open: { label: "Let anyone correct", text: "Anyone who may write may also correct what others said." },
    reviewed: {
      label: "Review corrections",
      text: "A correction of what somebody else said waits for that person or a producer.",
    },
  },
  receipts: {
    on: {
      label: "Mark what people say",
      text: "I mark what people say: that it waits, is worked on, is saved, or failed.",
    },
    off: { label: "Mark nothing", text: "I set no marks on what people say." },
  },
} as const satisfies {
  [S in Setting]: Record<NonNullable<ProjectSettings[S]>, { label: string; text: string }>;
};

const TITLES: Readonly<Record<Setting, string>> = {
  saving: "Saving",
  corrections: "Corrections",
  receipts: "Receipts",
};

/** How the film takes what people say, and for a producer the other ways. */
export function showSettings(turn: Turn): Outcome {
  const settings = allOf(turn);
  const fields = [
    ...SETTINGS.map((setting) => ({
      name: TITLES[setting],
      value: `${settings[setting]}: ${wayOf(setting, settings)}`,
    })),
    decisionField(decisionsOf(turn.project)),
  ];
  const offers = mayActAs(turn.person.role, "producer")
    ? [
        ...SETTINGS.flatMap((setting) => otherWays(setting, settings)),
        ...otherDecisions(decisionsOf(turn.project)),
      ]
    : [];
  return {
    blocks: [
      { type: "card", title: `How ${turn.project.title} takes what people say`, fields },
      ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : []),
    ],
  };
}

/** Changes one setting. Throws a UserError for a word that is no way of it. */
export function changeSetting(turn: Turn, setting: Setting, word: string): Outcome {
  requireRole(turn.person.role, "producer", "change how this film takes what people say");
  const before = allOf(turn);
  const settings = ProjectSettings.safeParse({ ...before, [setting]: word.trim().toLowerCase() });
  if (!settings.success)
    throw new UserError(
      "bad_request",
      word.trim() === ""
        ? `${TITLES[setting]} is set to ${before[setting]}.`
        : `There is no way “${word.trim().slice(0, 40)}” for ${setting}.`,
      `Type /project ${setting} ${Object.keys(WAYS[setting]).join(", or ")}.`,
    );
  const now = settings.data;
  return {
    project: { ...turn.project, settings: now },
    blocks: [
      { type: "text", text: `From now on: ${wayOf(setting, now)}` },
      { type: "offers", offers: otherWays(setting, now) },
    ],
  };
}

const SETTINGS: readonly Setting[] = ["saving", "corrections", "receipts"];

const allOf = ({ project }: Turn): ProjectSettings => ({
  ...settingsOf(project),
  receipts: receiptsOf(project),
});

const waysOf = (setting: Setting): ReadonlyMap<string, { label: string; text: string }> =>
  new Map(Object.entries(WAYS[setting]));

const wayOf = (setting: Setting, settings: ProjectSettings): string =>
  waysOf(setting).get(settings[setting] ?? "")?.text ?? "";

const otherWays = (setting: Setting, settings: ProjectSettings): Offer[] =>
  [...waysOf(setting)]
    .filter(([way]) => way !== settings[setting])
    .map(([way, { label, text }]) => ({
      label,
      description: text,
      category: "alternative",
      action: { type: "command", command: "project", options: { action: setting, value: way } },
    }));
