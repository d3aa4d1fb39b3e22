import type { ChatCompletionMessageParam, ChatCompletionTool } from "openai/resources/chat/completions";
import { z } from "zod";
import type { Offer } from "../../domain/choice.ts";
import type { ModelRun, Talk, TalkRequest } from "../../ports/model.ts";
import { asData, DATA_RULE } from "./as-data.ts";
import type { Ask, Asked } from "./ask.ts";
import type { ToolCall } from "./chat.ts";
import { filmLines } from "./film-lines.ts";
import { type Pick, pickOffers } from "./pick-offers.ts";

const TOOL = "present_choices";

const Picks = z.object({
  choices: z.array(
    z.object({
      index: z.number().describe("Which of the offers, by its number"),
      label: z.string().describe("At most 80 characters"),
      description: z.string(),
      recommended: z.boolean(),
    }),
  ),
});

const SYSTEM = `You are Backlot, the colleague who keeps a film project in order in its chat. Answer shortly and plainly, in the language of the message, from what you are given; where you do not know, say so. Never claim to have changed or saved anything.
When one or more of the numbered offers would help next, call ${TOOL} with them, reworded to fit the talk; recommend at most one. Call nothing when none fits. ${DATA_RULE}`;

/** Talks, and picks among what the workflow offers. The model may leave offers out and reword them, never add one. */
export async function talkWithModel(ask: Ask, request: TalkRequest, run: ModelRun): Promise<Talk> {
  const tools = request.offers.length > 0 ? [toolFor()] : undefined;
  const messages = messagesFor(request);
  const onText = run.onText ?? (() => {});
  const first = await ask({
    call: "talk",
    messages,
    ...(tools ? { tools } : {}),
    onText,
    signal: run.signal,
  });
  const offers =
    tools && !first.toolsOffered ? pickOffers(request.offers, undefined) : chosen(request.offers, first);
  if (first.text.trim() !== "") return { text: first.text.trim(), offers };
  const second = await ask({
    call: "talk",
    messages: [...messages, ...toolTurn(first)],
    ...(tools ? { tools, toolChoice: "none" as const } : {}),
    onText,
    signal: run.signal,
  });
  return { text: second.text.trim(), offers };
}

function messagesFor({ text, film, bible, history, offers }: TalkRequest): ChatCompletionMessageParam[] {
  const numbered = offers.map((offer, at) => `${at}: ${offer.label} – ${offer.description}`).join("\n");
  return [
    { role: "system", content: SYSTEM },
    { role: "system", content: `${filmLines(film, bible)}\n${asData("offers", numbered || "none")}` },
    ...history.map(
      (line): ChatCompletionMessageParam =>
        line.role === "person"
          ? { role: "user", content: asData("message", line.text) }
          : { role: "assistant", content: line.text },
    ),
    { role: "user", content: asData("message", text) },
  ];
}

function toolFor(): ChatCompletionTool {
  const { $schema: _dialect, ...parameters } = z.toJSONSchema(Picks);
  return {
    type: "function",
    function: { name: TOOL, description: "Shows some of the offers as buttons.", parameters, strict: true },
  };
}

/** What the model picked; the offers as they are when what it picked cannot be read; none when it picked none. */
function chosen(offers: readonly Offer[], reply: Asked): Offer[] {
  const calls = reply.toolCalls.filter((call) => call.name === TOOL);
  if (calls.length === 0) return [];
  const picks = calls.map(readPicks);
  return pickOffers(offers, picks.includes(undefined) ? undefined : picks.flatMap((some) => some ?? []));
}

function readPicks(call: ToolCall): readonly Pick[] | undefined {
  try {
    const result = Picks.safeParse(JSON.parse(call.arguments));
    return result.success ? result.data.choices : undefined;
  } catch {
    return undefined;
  }
}

/** The model's own call and its result, so that it can say its words after choosing. */
function toolTurn(reply: Asked): ChatCompletionMessageParam[] {
  return [
    {
      role: "assistant",
      content: null,
      tool_calls: reply.toolCalls.map(({ id, name, arguments: args }) => ({
        id,
        type: "function" as const,
        function: { name, arguments: args },
      })),
    },
    ...reply.toolCalls.map(
      ({ id }): ChatCompletionMessageParam => ({
        role: "tool",
        tool_call_id: id,
        content: "The buttons are shown. Now answer the message in words.",
      }),
    ),
  ];
}
