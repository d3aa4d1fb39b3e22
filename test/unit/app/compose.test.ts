import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createConfig } from "../../../src/app/config.ts";
import { dutyOn } from "../../../src/app/duty.ts";
import { readEnv } from "../../../src/app/env.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, object>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
}

const file = parse(readFileSync(path.join(ROOT, "docker-compose.yml"), "utf8"), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
};
const known = readFileSync(path.join(ROOT, ".env.example"), "utf8");

describe("docker-compose.yml", () => {
  test.each(Object.entries(file.services))(
    "%s has a health check, and waits for what has one",
    (_, service) => {
      expect(service.healthcheck?.test.length).toBeGreaterThan(1);
      for (const other of Object.keys(service.depends_on ?? {}))
        expect(file.services[other]?.healthcheck).toBeDefined();
      for (const volume of service.volumes ?? [])
        if (!volume.startsWith(".")) expect(file.volumes).toHaveProperty(volume.split(":")[0] ?? "");
    },
  );

  test.each(["bot", "worker"] as const)("%s starts what is there, with settings that fit", (name) => {
    const { command = [], environment = {}, healthcheck } = file.services[name] ?? {};
    expect(existsSync(path.join(ROOT, command[1] ?? "?"))).toBe(true);
    for (const variable of Object.keys(environment)) expect(known).toContain(`# ${variable}=`);
    const filled = Object.entries(environment).map(([variable, value]) => [
      variable,
      value.replaceAll(/\$\{\w+:\?[^}]*\}/g, "0123456789abcdef0123456789abcdef"),
    ]);
    const config = createConfig(readEnv(Object.fromEntries(filled), {}));
    expect(dutyOn(config, name)).toMatchObject({ name });
    expect(config.queue).toEqual({ kind: "redis" });
    expect(healthcheck?.test.join(" ")).toContain(`:${config.healthPort}'`);
  });
});

test("whatever a bot listens on for others can be reached from the machine, and from nowhere else", () => {
  const { environment = {}, ports = [] } = file.services.bot ?? {};
  const inside = ["PORT", "WS_PORT", "SLACK_PORT"].map((name) => environment[name]);
  expect(ports).toEqual(inside.map((port) => `127.0.0.1:${port}:${port}`));
});

test("bot and worker of their own are refused on an embedded store, with what to do", () => {
  const embedded = createConfig(readEnv({}, {}));
  for (const name of ["bot", "worker"] as const)
    expect(() => dutyOn(embedded, name)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining("DATABASE_URL") }),
    );
  expect(dutyOn(embedded, "all")).toEqual({ name: "all", talks: true, works: true });
});
