type Shape = Record<string, unknown>;

/**
 * The same schemas, where a list of constants is an enumeration, and a choice between shapes of different `type` looks at the type first. Then what is told
 * to be wrong is wrong with the shape that was meant, and not with every other.
 */
export function chooseByType<T>(schema: T, definitions: Readonly<Record<string, unknown>>): T {
  return rewrite(schema, definitions) as T;
}

function rewrite(schema: unknown, definitions: Shape): unknown {
  if (Array.isArray(schema)) return schema.map((one) => rewrite(one, definitions));
  if (schema === null || typeof schema !== "object") return schema;
  const inside = Object.entries(schema).map(([key, value]) => [key, rewrite(value, definitions)]);
  const { oneOf, anyOf, ...rest } = Object.fromEntries(inside) as Shape;
  const branches = (oneOf ?? anyOf) as Shape[] | undefined;
  if (branches?.every((one) => Object.keys(one).join() === "const"))
    return { ...rest, enum: branches.map((one) => one.const) };
  const byType = Array.isArray(branches) ? group(branches, definitions) : undefined;
  if (!byType) return { ...rest, ...(oneOf ? { oneOf } : {}), ...(anyOf ? { anyOf } : {}) };
  const known = { required: ["type"], properties: { type: { enum: [...byType.keys()] } } };
  const choices = [...byType].map(([type, shapes]) => ({
    if: { required: ["type"], properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
    then: shapes.length === 1 ? shapes[0] : { anyOf: shapes },
  }));
  return {
    ...rest,
    type: "object",
    allOf: [...((rest.allOf as Shape[] | undefined) ?? []), known, ...choices],
  };
}

function group(branches: readonly Shape[], definitions: Shape): Map<unknown, Shape[]> | undefined {
  const found = new Map<unknown, Shape[]>();
  for (const branch of branches) {
    const types = typesOf(branch, definitions);
    if (!types) return undefined;
    for (const type of types) found.set(type, [...(found.get(type) ?? []), branch]);
  }
  return found.size > 1 ? found : undefined;
}

/** What `type` can be in a shape; undefined where it does not say. */
function typesOf(shape: Shape, definitions: Shape): unknown[] | undefined {
  const { $ref, anyOf, oneOf, properties } = shape as {
    $ref?: string;
    anyOf?: Shape[];
    oneOf?: Shape[];
    properties?: { type?: { const?: unknown; enum?: unknown[] } };
  };
  if ($ref)
    return typesOf(
      (definitions[decodeURIComponent($ref.split("/").at(-1) ?? "")] ?? {}) as Shape,
      definitions,
    );
  const branches = anyOf ?? oneOf;
  if (branches) {
    const all = branches.map((one) => typesOf(one, definitions));
    return all.includes(undefined) ? undefined : [...new Set(all.flatMap((one) => one ?? []))];
  }
  const type = properties?.type;
  return type?.enum ?? (type?.const === undefined ? undefined : [type.const]);
}
