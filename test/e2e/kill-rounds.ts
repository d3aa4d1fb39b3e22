import assert from "node:assert/strict";
import { createRandom } from "../../src/lib/random.ts";
import { Client } from "./client.ts";
import { Program } from "./program.ts";

export interface KillOptions {
  readonly rounds: number;
  readonly sessions: number;
  readonly messagesARound: number;
  /** The kill comes after a random time up to this, in milliseconds. */
  readonly killWithinMs: number;
  readonly seed: number;
}

interface Sent {
  readonly session: string;
  readonly id: string;
  readonly text: string;
}

/**
 * Talks to the real program in several sessions at once and kills it with SIGKILL at a random moment, again and again on
 * the same data folder. A message whose answer never came is sent again with the same id after the restart, as a client
 * would. At the end every message was answered once, in the order it was said, and the bible holds what was said last.
 */
export async function killRounds(
  options: KillOptions,
): Promise<{ sent: number; kills: number; resent: number }> {
  const random = createRandom(options.seed);
  const program = await Program.create({ env: { LOG_LEVEL: "error" } });
  const client = new Client(program.url);
  const sent: Sent[] = [];
  let resent = 0;
  try {
    await program.start();
    const sessions = [];
    for (let index = 0; index < options.sessions; index += 1)
      sessions.push(await client.session(`Kill ${index}`));
    for (let round = 0; round < options.rounds; round += 1) {
      const killed = new Promise((resolve) => setTimeout(resolve, random.next() * options.killWithinMs)).then(
        () => program.kill("SIGKILL"),
      );
      const unanswered = await Promise.all(
        sessions.map((session, lane) =>
          talk(client, session.session_id, `${round}-${lane}`, options.messagesARound, sent),
        ),
      );
      await killed;
      await program.start();
      for (const message of unanswered.flat()) {
        resent += 1;
        await client.say(message.session, message.text, message.id);
      }
    }
    for (const session of sessions) await verify(client, session.session_id, sent);
    return { sent: sent.length, kills: options.rounds, resent };
  } finally {
    await program.remove();
  }
}

/** Says messages one after the other until the program dies; answers those that got no answer. */
async function talk(
  client: Client,
  session: string,
  prefix: string,
  count: number,
  sent: Sent[],
): Promise<Sent[]> {
  for (let index = 0; index < count; index += 1) {
    const text = `Create a character named ${nameOf(sent.length)}, a ${20 + (sent.length % 60)}-year-old pilot`;
    const message = { session, id: `m-${prefix}-${index}`, text };
    sent.push(message);
    const answered = await client.say(session, text, message.id).then(
      () => true,
      () => false,
    );
    if (!answered) return [message];
  }
  return [];
}

async function verify(client: Client, session: string, all: readonly Sent[]): Promise<void> {
  const mine = all.filter((message) => message.session === session);
  const messages = await everyMessage(client, session);
  const people = messages.filter((message) => message.role === "person").map((message) => message.text);
  assert.deepEqual(
    people,
    mine.map((message) => message.text),
    "what was said is there once, in order",
  );
  const replies = messages.filter((message) => message.role === "backlot");
  assert.equal(replies.length, mine.length, "every message was answered once");
  for (const [index, message] of messages.entries()) {
    assert.equal(message.role, index % 2 === 0 ? "person" : "backlot", "answers follow what they answer");
  }
  const { body } = await client.call<{ session: { project_id: string } }>(
    "GET",
    `/api/v1/chat/session/${session}?limit=1`,
  );
  const names = (await client.bible(body.session.project_id, "character")).map((entry) => entry.name);
  assert.equal(new Set(names).size, mine.length, "each message wrote its character, once");
}

async function everyMessage(client: Client, session: string) {
  const messages: { id: string; role: string; text: string }[] = [];
  for (let before = ""; ; ) {
    const { body } = await client.call<{ messages: typeof messages }>(
      "GET",
      `/api/v1/chat/session/${session}?limit=100${before}`,
    );
    messages.unshift(...body.messages);
    const [first] = body.messages;
    if (body.messages.length < 100 || !first) return messages;
    before = `&before=${first.id}`;
  }
}

/** Names of two parts out of letters, so that no two are alike enough to be taken for one. */
function nameOf(index: number): string {
  const first = ["Ana", "Boris", "Chidi", "Dolores", "Emeka", "Farida", "Goran", "Hanna", "Ivo", "Jasmin"];
  const last = [
    "Abara",
    "Blum",
    "Castro",
    "Dumont",
    "Eriksen",
    "Farouk",
    "Garza",
    "Holub",
    "Iversen",
    "Jovic",
  ];
  const middle = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[Math.floor(index / 100) % 26];
  const tail = index >= 100 ? `${middle?.toLowerCase()}son` : "";
  return `${first[index % 10]} ${last[Math.floor(index / 10) % 10]}${tail}`;
}
