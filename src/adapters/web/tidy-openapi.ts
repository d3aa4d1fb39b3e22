/** What an answer of each status means, where its route says nothing of its own. */
const MEANINGS: Readonly<Record<string, string>> = {
  "101": "The connection becomes a WebSocket",
  "200": "Done",
  "201": "Made",
  "202": "It goes on",
  "400": "The request is not well formed",
  "401": "No valid access token",
  "403": "Not allowed",
  "404": "Not found, or not in this workspace",
  "409": "It does not fit the state of things",
  "413": "Too large",
  "415": "Not a type that is accepted",
  "422": "A field is wrong",
  "426": "Only for WebSocket clients",
  "429": "Too many calls; Retry-After says how long to wait",
  "500": "Something failed; the reference is in the log",
  "503": "A part that is needed does not answer",
};

const UNDESCRIBED = "Default Response";

type Document = {
  paths?: Record<
    string,
    Record<string, { responses?: Record<string, { description?: string }> }> | undefined
  >;
  components?: { schemas?: Record<string, unknown> };
};

/** Gives every answer its meaning, and drops the shapes nothing refers to: each schema comes once as sent and once as received. */
export function tidyOpenapi<T extends object>(document: T): T {
  const { paths = {}, components = {} } = document as Document;
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods ?? {}))) {
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      if (response.description === UNDESCRIBED) response.description = MEANINGS[status] ?? `Status ${status}`;
    }
  }
  const schemas = Object.entries(components.schemas ?? {});
  const received = schemas.filter(([name]) => !name.endsWith("Input"));
  const written = JSON.stringify([paths, received]);
  const sent = schemas.filter(
    ([name]) => name.endsWith("Input") && written.includes(`"#/components/schemas/${name}"`),
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries([...received, ...sent]) } };
}
