import { UserError } from "../../domain/errors.ts";
import type { Point } from "../../domain/points/point.ts";
import { itemField } from "./item-field.ts";
import type { AnswerBody } from "./schemas/point.ts";

type Given = Pick<AnswerBody, "accept" | "decline" | "value">;

/**
 * The options of `/open` that an answer stands for, and the words the record shows. Throws UserError where it says
 * nothing, or more than one thing.
 */
export function answerOptions(
  point: Point,
  { accept, decline, value }: Given,
): { options: Record<string, unknown>; text: string } {
  const { id, asks } = point;
  const told = [accept, decline ?? value].filter((each) => each !== undefined).length;
  if (told === 0 || (decline !== undefined && (accept ?? value) !== undefined)) throw UNCLEAR;
  if (decline !== undefined)
    return asks.type === "proposal"
      ? { options: { action: "decline", id, value: parts(decline) }, text: `/open decline ${parts(decline)}` }
      : { options: { action: "skip", id }, text: "/open skip" };
  if (accept === undefined)
    return {
      options: { action: "answer", id, value },
      text: `/open answer ${spoken(point, value ?? "")}`,
    };
  if (value === undefined)
    return { options: { action: "accept", id, value: parts(accept) }, text: `/open accept ${parts(accept)}` };
  return edit(point, accept, value);
}

/** One part, written as it should be. */
function edit({ id, asks }: Point, accept: NonNullable<Given["accept"]>, value: string) {
  const items = asks.type === "proposal" ? asks.items : [];
  const [item, ...more] = items.filter((each) => accept !== "all" && accept.includes(each.id));
  if (item === undefined || more.length > 0) throw UNCLEAR;
  const field = itemField(item.statement);
  if (field === undefined) throw WHOLE;
  return {
    options: { action: "edit", id, item: item.id, values: { [field]: value } },
    text: `/open edit ${item.id} ${value}`,
  };
}

const parts = (given: NonNullable<Given["accept"]>): string => (given === "all" ? "all" : given.join(","));

/** An id says nothing to those who read the record. */
function spoken({ asks }: Point, value: string): string {
  const meant =
    asks.type === "which" ? asks.candidates.find((each) => each.entry_id === value)?.name : undefined;
  return meant ?? value.replace(/^from ent_\S+$/, "from a scene on");
}

const WHOLE = new UserError(
  "invalid",
  "This part says more than one value can change.",
  "Accept it as it is and edit the entry then, or decline it.",
);

const UNCLEAR = new UserError(
  "invalid",
  "Say what is to be done: parts to `accept`, parts to `decline`, or a `value`.",
  "One of them a call; a `value` may go with one part to `accept`, which is then written so.",
);
