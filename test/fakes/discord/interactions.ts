import { brokenModal, brokenRules } from "./rules.ts";
import { whisper } from "./webhooks.ts";
import type { Interaction, World } from "./world.ts";

const ACK_WITHIN_MS = 3_000;
const MESSAGE = 4;
const MESSAGE_LATER = 5;
const FOR_A_MESSAGE = [6, 7];
const AUTOCOMPLETE_RESULT = 8;
const MODAL = 9;
const EPHEMERAL = 1 << 6;

/** POST /interactions/{id}/{token}/callback: once, within three seconds, and within the limits. */
export function answerCallback(world: World, id: string, token: string, body: Record<string, unknown>) {
  const interaction = world.interactions.get(token);
  const refuse = (status: number, code: number, message: string) => ({ status, body: { code, message } });
  if (interaction?.id !== id) return refuse(404, 10_062, "Unknown interaction");
  const ackMs = performance.now() - interaction.beganAt;
  if (ackMs > ACK_WITHIN_MS) return refuse(404, 10_062, "Unknown interaction");
  if (interaction.response) return refuse(400, 40_060, "Interaction has already been acknowledged.");
  const data = (body.data ?? {}) as Record<string, unknown>;
  const broken = brokenAnswer(interaction, Number(body.type), data);
  if (broken.length > 0) return refuse(400, 50_035, `Invalid Form Body: ${broken.join("; ")}`);
  interaction.ackMs = ackMs;
  interaction.announced = body.type === MESSAGE_LATER;
  interaction.response = { type: Number(body.type), data };
  if (body.type === MESSAGE && Number(data.flags ?? 0) & EPHEMERAL) whisper(world, interaction, data);
  else if (body.type === MESSAGE) interaction.original = String(data.content ?? "");
  interaction.answered.resolve();
  return { status: 204 };
}

function brokenAnswer(
  { typing, message }: Interaction,
  type: number,
  data: Record<string, unknown>,
): string[] {
  // https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type
  if (FOR_A_MESSAGE.includes(type) && message === undefined) return ["type: there is no message to update"];
  if (typing !== (type === AUTOCOMPLETE_RESULT)) return ["type: not an answer to this interaction"];
  if (type === AUTOCOMPLETE_RESULT) return brokenChoices(data.choices);
  return type === MODAL ? brokenModal(data) : type === MESSAGE ? brokenRules(data) : [];
}

// https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure
function brokenChoices(choices: unknown): string[] {
  if (!Array.isArray(choices)) return ["choices: a list"];
  const fits = ({ name, value }: { name: string; value: unknown }) =>
    name.length >= 1 && name.length <= 100 && typeof value === "string" && value.length <= 100;
  return [
    ...(choices.length > 25 ? ["choices: at most 25"] : []),
    ...(choices.every(fits) ? [] : ["choices: names of 1 to 100 characters, values of up to 100"]),
  ];
}

/** Begins an interaction and resolves when the bot acknowledged it. Rejects after three seconds, as people see it fail. */
export async function interact(world: World, begin: Interaction, dispatch: () => void): Promise<Interaction> {
  world.interactions.set(begin.token, begin);
  dispatch();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("The application did not respond")), ACK_WITHIN_MS);
  try {
    await Promise.race([begin.answered.promise, late]);
    return begin;
  } finally {
    clearTimeout(timer);
  }
}
