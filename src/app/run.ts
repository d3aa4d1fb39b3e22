import { UserError } from "../domain/errors.ts";
import { banner } from "./banner.ts";
import { createConfig } from "./config.ts";
import { type Duty, dutyOn } from "./duty.ts";
import { readEnv } from "./env.ts";
import { createLogger } from "./logger.ts";
import { createSecrets } from "./secrets.ts";
import { createServices } from "./services.ts";

/** After this long a stop is cut short: what is stored goes on at the next start. */
const STOP_WITHIN_MS = 8_000;

/** Bot, worker and web in one process, or one of them, until a signal ends it. */
export async function run(name: Duty["name"] = "all"): Promise<void> {
  try {
    const env = readEnv();
    const config = createConfig(env);
    const duty = dutyOn(config, name);
    const services = await createServices(config, createSecrets(env), {
      logger: createLogger(env.LOG_LEVEL),
      duty,
    });
    stopOnSignal(() => services.stop());
    await services.start();
    process.stdout.write(banner(config, services.address(), services.invitations()));
  } catch (error) {
    tell(error);
    process.exit(1);
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(process.exitCode ?? 1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        tell(error);
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

function tell(error: unknown): void {
  const text =
    error instanceof UserError
      ? `\n${error.message}\n${error.hint}\n${error.cause === undefined ? "" : `(${String(error.cause)})\n`}\n`
      : `\nBacklot could not start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\n`;
  process.stderr.write(text);
}
