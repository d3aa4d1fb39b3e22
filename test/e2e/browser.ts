import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { ensurePageBuilt } from "../../src/adapters/web/page-build.ts";
import { Program } from "./program.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
export const CHROMIUM = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find(
  (at) => at !== undefined && existsSync(at),
);
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
export const PATIENCE_MS = 15_000;

/** What is tried, and why not where there is no browser. */
export const inBrowser = (what: string): string =>
  CHROMIUM === undefined ? `${what} (no Chromium: install Debian's chromium, or set CHROMIUM_PATH)` : what;

/** The real program on its built page, and a browser to look at it with. */
export async function openBrowser(): Promise<{ readonly program: Program; readonly browser: Browser }> {
  await ensurePageBuilt(ROOT);
  const program = await Program.create({ cwd: ROOT });
  await program.start();
  return { program, browser: await chromium.launch({ executablePath: CHROMIUM ?? "", args: FLAGS }) };
}

/** Starts a session on the page as somebody new does. */
export async function startSession(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel("Production").fill("Night Shift");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("button", { name: "Start the session" }).click();
  await page.getByText("Live").waitFor();
}

/** Controls that a screen reader could not name, and ids used twice. */
export const UNNAMED = `(() => {
  const text = (id) => document.getElementById(id)?.textContent ?? "";
  const nameOf = (el) =>
    (el.getAttribute("aria-labelledby") ?? "").split(" ").map(text).join(" ").trim() ||
    el.getAttribute("aria-label") || [...(el.labels ?? [])].map((l) => l.textContent).join(" ").trim() || el.textContent.trim();
  const controls = [...document.querySelectorAll("button, a, input:not([type=hidden]):not([hidden]), select, textarea, [role=button], [role=tab]")];
  const ids = [...document.querySelectorAll("[id]")].map((el) => el.id);
  return [
    ...controls.filter((el) => el.getAttribute("aria-hidden") !== "true" && nameOf(el) === "").map((el) => el.outerHTML.slice(0, 160)),
    ...ids.filter((id, index) => ids.indexOf(id) !== index),
  ];
})()`;
