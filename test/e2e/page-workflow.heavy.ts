import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CHROMIUM, inBrowser, openBrowser, PATIENCE_MS, startSession, UNNAMED } from "./browser.ts";
import { Client } from "./client.ts";
import type { Program } from "./program.ts";

const NASTY = '<img src="x" onerror="document.title=1">';
const OWN = `/workflow edit
name: ours
title: Our way
steps:
  - { id: nasty, name: '${NASTY}' }
  - { id: lock, name: Lock, uses: [character] }
  - { id: cut, name: Cut, guard: { that: count.scene > 3, because: Three scenes are too few. } }
`;

describe.skipIf(CHROMIUM === undefined)(inBrowser("the workflow on the page"), () => {
  let program: Program;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    ({ program, browser } = await openBrowser());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1360, height: 860 }, reducedMotion: "reduce" });
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => {
      if (/Content Security Policy|Warning:|React Flow\]/i.test(line.text())) complaints.push(line.text());
    });
    await startSession(page, program.url);
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints.splice(0)).toEqual([]);
  });

  const say = async (text: string, answer: RegExp): Promise<void> => {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.keyboard.press("Enter");
    await page.getByRole("log").getByText(answer).last().waitFor();
  };
  const showMap = async (): Promise<void> => {
    await page.getByRole("tab", { name: "Workflow" }).click();
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await step(/^Concept, now/).waitFor();
  };
  const map = (): Locator => page.getByRole("application", { name: /^Map of the workflow/ });
  const step = (name: RegExp): Locator => map().getByRole("button", { name });
  const details = (name: RegExp): Locator => page.getByRole("region", { name });
  const place = async (): Promise<string> =>
    (await page.locator(".react-flow__viewport").getAttribute("style")) ?? "";

  it("is a list first, then a map that can be dragged and enlarged, and stays what was chosen", async () => {
    await page.getByRole("tab", { name: "Workflow" }).click();
    await page.getByRole("button", { name: "List", pressed: true }).waitFor();
    expect(await page.getByRole("tabpanel").getByRole("listitem").count()).toBeGreaterThan(8);
    await showMap();
    const box = await map().boundingBox();
    if (box === null) throw new Error("the map is not drawn");
    const before = await place();
    await page.mouse.move(box.x + box.width / 2, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 40, box.y + 120, { steps: 4 });
    await page.mouse.up();
    const dragged = await place();
    expect(dragged).not.toBe(before);
    await page.getByRole("button", { name: "Larger" }).click();
    expect(await place()).not.toBe(dragged);

    await page.reload();
    await page.getByRole("tab", { name: "Workflow" }).click();
    await step(/^Concept, now/).waitFor();
  });

  it("tells of a pressed step what it waits for, and leads there", async () => {
    await showMap();
    await step(/^Beat sheet, waits: after characters, synopsis/).click();
    const beats = details(/^Beat sheet waits/);
    await beats.getByText("It opens when what stands before it is done or skipped.").waitFor();
    await beats.getByRole("button", { name: /^Characters/ }).click();
    await details(/^Characters open/)
      .getByText("0 of 2 characters")
      .waitFor();
    await say("Create a character named Sarah, a 28-year-old journalist", /created character/);
    await details(/^Characters open/)
      .getByText("1 of 2 characters")
      .waitFor();
  });

  it("does what is pressed, asks why first, and shows it at once", async () => {
    await say("/workflow write logline", /logline/i);
    await showMap();
    await step(/^Synopsis, open/).click();
    const synopsis = details(/^Synopsis/);
    await synopsis.getByRole("button", { name: "Skip it…" }).click();
    await synopsis.getByRole("textbox").fill('we say "no" to it');
    await synopsis.getByRole("button", { name: "Skip it" }).click();
    await step(/^Synopsis, skipped: we say ’no’ to it/).waitFor();
    await synopsis.getByText("Skipped by you").waitFor();
    await page.getByRole("log").getByText("/workflow skip synopsis").waitFor();
    await synopsis.getByRole("button", { name: "Take the mark back" }).click();
    await step(/^Synopsis, open/).waitFor();
  });

  it("goes back only once the answer's own button is pressed", async () => {
    await say("/workflow write logline", /logline/i);
    await say("/workflow write synopsis", /synopsis/i);
    await showMap();
    await step(/^Logline, done/).click();
    const logline = details(/^Logline done/);
    await logline.getByRole("button", { name: "Go back to here…" }).click();
    await logline.getByText("The synopsis", { exact: false }).first().waitFor();
    await step(/^Synopsis, done/).waitFor();
    await logline.getByRole("button", { name: /^Put aside/ }).click();
    await step(/^Synopsis, open/).waitFor();
  });

  it("follows what others do", async () => {
    await showMap();
    const session_id = new URL(page.url()).hash.slice(1);
    await fetch(`${program.url}/api/v1/chat/message`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        user_id: "ben",
        user_name: "Ben",
        session_id,
        message: "/workflow write concept",
      }),
    });
    await step(/^Concept, done/).waitFor();
  });

  it("can be driven by keys alone", async () => {
    await page.getByRole("tab", { name: "Workflow" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Map", exact: true }).waitFor();
    await tabTo(/^Map$/);
    await page.keyboard.press("Enter");
    await step(/^Concept, now/).waitFor();
    await tabTo(/^Concept, now/);
    await page.keyboard.press("End");
    await focused(/^Call sheet, waits/);
    await page.keyboard.press("ArrowUp");
    await focused(/^Schedule, waits/);
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.locator("section:focus", { hasText: "Concept" }).waitFor();
    await tabTo(/^Write a draft$/);
    await page.keyboard.press("Enter");
    await step(/^Concept, done/).waitFor();
    await page.locator("[role=status]:focus").waitFor();
    await page.keyboard.press("Escape");
    await focused(/^Concept, done/);
    const before = await place();
    await page.keyboard.press("Shift+ArrowDown");
    expect(await place()).not.toBe(before);
  });

  it("fits a phone, names every control, and has a large map", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Bible and workflow" }).click();
    await showMap();
    await step(/^Concept, now/).click();
    await details(/^Concept now/)
      .getByText("no concept")
      .waitFor();
    expect(await page.evaluate(SIDEWAYS)).toEqual([]);
    expect(await page.evaluate(UNNAMED)).toEqual([]);
    await page.getByRole("button", { name: "Large map" }).click();
    const large = page.getByRole("dialog", { name: /^Feature film/ });
    await large.getByRole("button", { name: /^Concept, now/ }).waitFor();
    expect(await page.evaluate(SIDEWAYS)).toEqual([]);
    expect(await page.evaluate(UNNAMED)).toEqual([]);
    await page.keyboard.press("Escape");
    await large.waitFor({ state: "detached" });
  });

  it("reads to the right where there is room, with what comes next beside it", async () => {
    await page.getByRole("tab", { name: "Workflow" }).click();
    await page.getByRole("button", { name: "Large map" }).click();
    const large = page.getByRole("dialog", { name: /^Feature film: \d+ %/ });
    const [logline, synopsis] = await Promise.all(
      [/^Logline, open/, /^Synopsis, waits/].map((name) => large.getByRole("button", { name }).boundingBox()),
    );
    expect(synopsis?.x).toBeGreaterThan((logline?.x ?? 0) + (logline?.width ?? 0));
    const more = large.getByRole("button", { name: "More about: Draft a concept" });
    await more.press("Enter");
    await large.getByRole("button", { name: "Less about: Draft a concept", expanded: true }).waitFor();
    await large.getByRole("button", { name: "Draft a concept", exact: true }).click();
    await large.getByRole("button", { name: /^Concept, done/ }).waitFor();
    expect(await page.evaluate(UNNAMED)).toEqual([]);
  });

  it("shows a step's name as text, and explains what is stale and what is blocked", async () => {
    const client = new Client(program.url);
    const session = new URL(page.url()).hash.slice(1);
    for (const text of [OWN, "/workflow complete lock", "Create a character named Sarah, a nurse"])
      expect((await client.say(session, text)).error).toBeUndefined();
    await page.getByRole("tab", { name: "Workflow" }).click();
    await page.getByRole("button", { name: /^<img src="x" .* now/ }).waitFor();
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await step(/^<img src="x"/).click();
    await details(/^<img src="x"/).waitFor();
    await step(/^Lock, may be out of date: Sarah was added/).click();
    await details(/^Lock may be out of date/)
      .getByRole("button", { name: "Fine as it is" })
      .waitFor();
    await step(/^Cut, blocked: Three scenes are too few/).click();
    await details(/^Cut blocked/)
      .getByText("this holds it back")
      .waitFor();
    expect(await page.locator("img[src=x]").count()).toBe(0);
    expect(await page.title()).toBe("Night Shift – Backlot");
  });

  const focused = (name: RegExp): Promise<void> => expect.poll(focusedName, { timeout: 5_000 }).toMatch(name);
  const focusedName = (): Promise<string> =>
    page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 30; presses++) {
      if (name.test((await focusedName()) ?? "")) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the Tab key does not lead to ${name}`);
  };
});

/** Elements that can be scrolled sideways, and the page itself. */
const SIDEWAYS = `[document.documentElement, ...document.querySelectorAll("[role=dialog] *")]
  .filter((el) => el.scrollWidth > el.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(el).overflowX) && el.clientWidth > 0)
  .map((el) => el.outerHTML.slice(0, 160))`;
