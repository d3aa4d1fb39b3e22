import type { Outcome } from "../../chat/outcome.ts";
import { MAX_BULK_ITEMS, OPERATION_TYPES } from "../../domain/operation.ts";
import { BULK_KINDS } from "./kinds/index.ts";

const ROWS =
  "```\n/bulk characters\nname, role, brief\nSarah, lead, a journalist who lost her nerve\n, support, her editor\n```";

/** What can be made in bulk, and how it is asked for. */
export function howTo(): Outcome {
  const kinds = OPERATION_TYPES.map((type) => BULK_KINDS[type]);
  const made = kinds.filter(({ counted }) => counted);
  const worked = kinds.filter(({ counted }) => !counted);
  const most = MAX_BULK_ITEMS.toLocaleString("en");
  return {
    blocks: [
      {
        type: "list",
        title: "What I can do many of at once",
        items: [
          ...made.map(
            ({ type, example }) => `${type}: \`${example}\`, with a brief after the number if you like`,
          ),
          ...worked.map(
            ({ type, example }) =>
              `${type}: \`${example}\` for what has none yet, \`${example} all\` for all there is`,
          ),
        ],
      },
      {
        type: "text",
        text: `Up to ${most} at a time. Rows of your own say what each should be; what they leave open I write. Paste them below the command, or send them as a CSV file with it:\n${ROWS}\nBefore something large I show what it takes and wait for your yes. /jobs shows what runs.`,
      },
    ],
  };
}
