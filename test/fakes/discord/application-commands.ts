import { type Answer, type Body, ok, type RestParts, refuse } from "./answers.ts";

export function putCommands({ world }: RestParts, _: string[], body: Body): Answer {
  const commands = body as unknown as Body[];
  const badName = commands.find(({ name }) => !/^[-_\p{Ll}\p{N}]{1,32}$/u.test(String(name)));
  const badText = commands.find(({ description }) => !/^.{1,100}$/.test(String(description)));
  if (badName || badText || commands.length > 100) return refuse(400, 50_035, "Invalid Form Body");
  for (const { options = [] } of commands as { options?: { required?: boolean; description: string }[] }[]) {
    const late = options.findIndex(
      ({ required }, index) => required && options[index - 1]?.required === false,
    );
    const order = options.map(({ required }) => Number(required ?? false));
    const sorted = order.toSorted((a, b) => b - a);
    if (late >= 0 || order.join() !== sorted.join() || options.length > 25)
      return refuse(400, 50_035, "Required options must be placed before non-required options");
  }
  world.commandWrites += 1;
  world.commands = commands.map((command) => ({
    ...command,
    id: world.nextId(),
    application_id: world.applicationId,
    version: "1",
    default_member_permissions: null,
    nsfw: false,
  }));
  return ok(world.commands);
}
