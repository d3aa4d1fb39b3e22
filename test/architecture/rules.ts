/** Who may import whom: the table of the design, as data. What is not listed is forbidden. */
export interface Room {
  readonly name: string;
  readonly holds: RegExp;
  /** Project files it may import, `$1` standing for the room's own first group. */
  readonly files: readonly string[];
  readonly packages: readonly RegExp[];
}

const NODE = /^node:/;
const ZOD = /^zod$/;
/** Libraries without input or output: allowed to features. */
const PURE = [/^zod$/, /^csv-parse\/sync$/, /^yaml$/, /^@marcbachmann\/cel-js$/];

export const ROOMS: readonly Room[] = [
  { name: "lib", holds: /^src\/lib\//, files: ["^src/lib/"], packages: [/^node:(path|util|crypto|assert)$/] },
  { name: "domain", holds: /^src\/domain\//, files: ["^src/(lib|domain)/"], packages: [ZOD] },
  { name: "chat", holds: /^src\/chat\//, files: ["^src/(lib|domain|chat)/"], packages: [ZOD] },
  {
    name: "ports",
    holds: /^src\/ports\//,
    files: ["^src/(lib|domain|chat|ports)/"],
    packages: [/^node:stream$/],
  },
  {
    name: "feature lists",
    holds: /^src\/features\/[^/]+\.ts$/,
    files: ["^src/(lib|domain|chat|ports|features)/"],
    packages: [ZOD],
  },
  {
    name: "features",
    holds: /^src\/features\/([^/]+)\//,
    files: ["^src/(lib|domain|chat|ports)/", "^src/features/$1/"],
    packages: PURE,
  },
  {
    name: "commands",
    holds: /^commands\//,
    files: ["^src/(chat|domain|features)/", "^commands/"],
    packages: [ZOD],
  },
  {
    name: "adapters",
    holds: /^src\/adapters\/([^/]+)\//,
    files: ["^src/(lib|domain|chat|ports)/", "^src/adapters/$1/"],
    packages: [NODE, /./],
  },
  {
    name: "app",
    holds: /^src\/app\//,
    files: ["^src/", "^commands/"],
    packages: [NODE, /^(pino|dotenv|zod|package\.json)$/],
  },
  { name: "entry files", holds: /^src\/[^/]+\.ts$/, files: ["^src/app/"], packages: [/^node:module$/] },
];

/** Each vendor lives in one adapter folder. */
export const VENDORS: Readonly<Record<string, string>> = {
  "discord.js": "discord",
  "@slack/bolt": "slack",
  bullmq: "bullmq",
  ioredis: "bullmq",
  openai: "openai",
  "@electric-sql/pglite": "postgres",
  kysely: "postgres",
  pg: "postgres",
  compromise: "offline",
  fastify: "web",
  ws: "web",
  jose: "web",
  "request-filtering-agent": "webhook",
  "@resvg/resvg-wasm": "resvg",
  "@expo-google-fonts/archivo": "resvg",
};

export const MAX_FILE_LINES = 300;
export const MAX_MEDIAN_LINES = 90;
export const MAX_FUNCTION_LINES = 60;
