type Json = Readonly<Record<string, unknown>>;

/** Discord numbers the components of a message that have no id: https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export function withIds(components: unknown): unknown {
  const taken = new Set<unknown>();
  visit(components, (one) => taken.add(one.id));
  let last = 0;
  const next = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  return number(components, next);
}

const isComponent = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && typeof (value as Json).type === "number";

function visit(value: unknown, see: (one: Json) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see);
  if (!isComponent(value)) return;
  see(value);
  for (const key of ["components", "accessory", "component"]) visit(value[key], see);
}

function number(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => number(one, next));
  if (!isComponent(value)) return value;
  const numbered: Record<string, unknown> = { ...value, id: value.id ?? next() };
  for (const key of ["components", "accessory", "component"])
    if (key in value) numbered[key] = number(value[key], next);
  return numbered;
}
