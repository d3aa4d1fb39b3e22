import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { type FilmFormat, formatOf } from "../../domain/project.ts";
import { mayActAs } from "../../domain/role.ts";

const SAID: readonly (readonly [FilmFormat, RegExp])[] = [
  [
    "short",
    /\b(?:(?:a|our|my|the|this) (?:[\p{L}-]+ )?short(?: film)?|short film)\b(?! (?:scene|break|walk|man|woman|time))/iu,
  ],
  ["series", /\b(?:web ?series|tv series|(?:a|our|my|the|this) (?:[\p{L}-]+ )?series)\b/iu],
  ["documentary", /\b(?:documentary|docu)\b/iu],
];

const WORDS: Readonly<Record<FilmFormat, string>> = {
  feature: "a feature film",
  short: "a short film",
  series: "a series",
  documentary: "a documentary",
};

/** Whoever speaks of a short while the film is led as a feature can have its steps at a press. */
export function formatOffers({ project, person, message }: Turn): DraftBlock[] {
  const format = SAID.find(([, words]) => words.test(message?.text ?? ""))?.[0];
  const now = formatOf(project);
  const isOwn = project.workflow_version !== undefined;
  if (format === undefined || format === now || isOwn || !mayActAs(person.role, "producer")) return [];
  const action = format === "short" ? "use" : "format";
  return [
    {
      type: "offers",
      prompt: `I lead it as ${WORDS[now]} so far.`,
      offers: [
        {
          label: `It is ${WORDS[format]}`,
          description: `Follows the steps of ${WORDS[format]} from now on`,
          category: "alternative",
          action: { type: "command", command: "workflow", options: { action, step: format } },
        },
      ],
    },
  ];
}
