import type { World } from "./world.ts";

/** What JavaScript calls the value of an option of each type. */
const OPTION_TYPES: Readonly<Record<number, string>> = {
  3: "string",
  4: "number",
  5: "boolean",
  10: "number",
};

interface Option {
  readonly name: string;
  readonly type: number;
  readonly autocomplete?: boolean;
}

/** What using a command sends, as its published form lets people use it. */
export function slashData(world: World, name: string, options: Readonly<Record<string, unknown>>) {
  const { id, known } = published(world, name);
  const given = Object.entries(options).map(([key, value]) => {
    const option = known.find((one) => one.name === key);
    const wanted = OPTION_TYPES[option?.type ?? 0];
    if (!option || wanted !== typeof value) throw new Error(`/${name} takes no ${typeof value} as ${key}`);
    return { name: key, type: option.type, value };
  });
  return { type: 2, data: { id, name, type: 1, options: given } };
}

/** What typing an option sends: only for those that ask for it. */
export function typingData(
  world: World,
  name: string,
  focused: string,
  typed: string,
  others: Readonly<Record<string, unknown>>,
) {
  const { known } = published(world, name);
  const option = known.find((one) => one.name === focused);
  if (!option?.autocomplete) throw new Error(`/${name} does not ask for ${focused}`);
  const { data } = slashData(world, name, others);
  const options = [...data.options, { name: focused, type: option.type, value: typed, focused: true }];
  return { type: 4, data: { ...data, options } };
}

function published({ guildCommands, commands }: World, name: string) {
  const command = [...guildCommands, ...commands].find((one) => one.name === name);
  if (!command) throw new Error(`/${name} is not published`);
  return { id: command.id, known: (command.options ?? []) as Option[] };
}
