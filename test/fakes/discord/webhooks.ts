import { type Handler, ok, refuse } from "./answers.ts";
import { brokenRules } from "./rules.ts";
import type { Interaction, PrivateMessage, World } from "./world.ts";

const EPHEMERAL = 1 << 6;
const MESSAGE = 4;
const MESSAGE_LATER = 5;
const UPDATE_LATER = 6;
const EXPIRED = refuse(401, 50_027, "Invalid Webhook Token");
const UNKNOWN_WEBHOOK = refuse(404, 10_015, "Unknown Webhook");

/** PATCH …/messages/@original: the answer that was given or announced; after a deferred update the message that was pressed. */
export const patchOriginal: Handler = ({ world }, [, token = ""], body) => {
  const interaction = world.interactions.get(token);
  if (!interaction?.response) return UNKNOWN_WEBHOOK;
  if (isOver(world, interaction)) return EXPIRED;
  const broken = brokenRules(body);
  if (broken.length > 0) return refuse(400, 50_035, `Invalid Form Body: ${broken.join("; ")}`);
  const { type, data } = interaction.response;
  const content = String(body.content ?? "");
  if (type === UPDATE_LATER) {
    const pressed = interaction.message as PrivateMessage | undefined;
    if (pressed) Object.assign(pressed, { content, components: body.components ?? [] });
    return ok({ id: pressed?.id });
  }
  const hidden = Number(data?.flags ?? 0) & EPHEMERAL;
  if (type === MESSAGE_LATER) interaction.announced = false;
  if (type === MESSAGE_LATER && hidden) whisper(world, interaction, body);
  else if (type === MESSAGE && hidden) interaction.whispers.push(content);
  else interaction.original = content;
  return ok({ id: interaction.id });
};

/** DELETE …/messages/@original: the answer that was given, or announced, is gone. */
export const deleteOriginal: Handler = ({ world }, [, token = ""]) => {
  const interaction = world.interactions.get(token);
  if (!interaction?.response) return UNKNOWN_WEBHOOK;
  if (isOver(world, interaction)) return EXPIRED;
  interaction.announced = false;
  return { status: 204 };
};

/** POST …: one more message, for the person alone when it says so. */
export const followUp: Handler = ({ world }, [, token = ""], body) => {
  const interaction = world.interactions.get(token);
  if (!interaction?.response) return UNKNOWN_WEBHOOK;
  if (isOver(world, interaction)) return EXPIRED;
  const broken = brokenRules(body);
  if (broken.length > 0) return refuse(400, 50_035, `Invalid Form Body: ${broken.join("; ")}`);
  return ok({ id: whisper(world, interaction, body).id });
};

/** A message that one person sees. */
export function whisper(
  world: World,
  interaction: Interaction,
  body: Readonly<Record<string, unknown>>,
): PrivateMessage {
  const message = {
    id: world.nextId(),
    flags: EPHEMERAL,
    content: String(body.content ?? ""),
    components: (body.components ?? []) as PrivateMessage["components"],
  };
  interaction.whispers.push(message.content);
  interaction.privately.push(message);
  return message;
}

const isOver = (world: World, { beganAt }: Interaction) =>
  performance.now() - beganAt > world.interactionLifeMs;
