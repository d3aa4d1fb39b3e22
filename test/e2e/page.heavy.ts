import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CHROMIUM, inBrowser, openBrowser, PATIENCE_MS, startSession, UNNAMED } from "./browser.ts";
import type { Program } from "./program.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist investigating corruption";

describe.skipIf(CHROMIUM === undefined)(inBrowser("the page in a browser"), () => {
  let program: Program;
  let browser: Browser;
  let page: Page;
  /** What the browser complained of: uncaught errors, and what the page's own policy forbids. */
  const complaints: string[] = [];

  beforeAll(async () => {
    ({ program, browser } = await openBrowser());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await program?.remove();
  });

  beforeEach(async () => {
    const context = await browser.newContext({
      viewport: { width: 1360, height: 860 },
      reducedMotion: "reduce",
    });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => {
      if (/Content Security Policy|Warning:|hydrat/i.test(line.text())) complaints.push(line.text());
    });
    await startSession(page, program.url);
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints.splice(0)).toEqual([]);
  });

  const say = async (text: string): Promise<void> => {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.keyboard.press("Enter");
  };

  const tabTo = async (label: RegExp): Promise<void> => {
    for (let presses = 0; presses < 30; presses++) {
      const focused = await page.evaluate("document.activeElement.getAttribute('aria-label')");
      if (typeof focused === "string" && label.test(focused)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("the Tab key does not lead there");
  };

  it("takes a sentence, shows its receipt and choices, and undoes it", async () => {
    await say(SARAH);
    const log = page.getByRole("log");
    await log.getByText("created character").waitFor();
    expect(await log.locator("dd").allInnerTexts()).toEqual(
      expect.arrayContaining(["28", "journalist", "investigating corruption"]),
    );
    const choices = log.locator("fieldset button");
    await choices.first().waitFor();
    const cast = page.getByRole("tabpanel").getByRole("button", { name: /^Sarah/ });
    await cast.waitFor();

    await log.getByRole("button", { name: "Undo: created Sarah" }).click();
    await log.getByText("undone", { exact: false }).first().waitFor();
    await cast.waitFor({ state: "detached" });

    await page.reload();
    await page.getByRole("log").getByText("· undone").waitFor();
  });

  it("follows a fact to the words that prove it", async () => {
    await say(SARAH);
    await page
      .getByRole("tabpanel")
      .getByRole("button", { name: /^Sarah/ })
      .click();
    await tabTo(/^Occupation: journalist/);
    await page.getByRole("tooltip").getByText("journalist").waitFor();
    await page.keyboard.press("Enter");
    const focused = page.locator("article:focus");
    await focused.waitFor();
    expect(await focused.textContent()).toContain(SARAH);
  });

  it("shows bulk work to its end in one message", async () => {
    await say("/bulk characters 5");
    const log = page.getByRole("log");
    await log.getByText("5 of 5 characters created").waitFor();
    expect(await log.getByRole("progressbar").count()).toBe(1);
    expect(await log.getByRole("list", { name: "Made so far" }).getByRole("listitem").count()).toBe(5);
    await page.getByRole("tab", { name: "Cast 5" }).waitFor();
  });

  it("lets a contradiction be settled by a button, and counts what waits", async () => {
    await say(SARAH);
    await page.getByRole("log").getByText("created character").waitFor();
    await say("Sarah is 31");
    await page.getByRole("tab", { name: "Waiting 1" }).click();
    const card = page.getByRole("listitem", { name: "Sarah Age" });
    await card.getByRole("button", { name: "Show the message: “Sarah is 31”" }).waitFor();
    expect(await card.locator("dd").allInnerTexts()).toEqual(["28", "31"]);
    expect(await page.evaluate(UNNAMED)).toEqual([]);
    await card.getByRole("button", { name: "Change" }).focus();
    await page.keyboard.press("Enter");
    await card.waitFor({ state: "detached" });
    await page.locator("h2:focus", { hasText: "Nothing waits for you" }).waitFor();
    await page.getByRole("tab", { name: "Waiting", exact: true }).waitFor();
    await page.getByRole("log").locator("del", { hasText: "28" }).waitFor();
  });

  it("lets a proposal be accepted part by part, one part changed first", async () => {
    await say("/project saving propose");
    await page.getByRole("article", { name: /^Backlot/ }).waitFor();
    await say(SARAH);
    const proposed = page.getByRole("log").getByRole("region");
    await proposed.getByText("not saved yet").waitFor();
    await page.getByRole("tab", { name: "Waiting 1" }).click();
    const panel = page.getByRole("tabpanel", { name: /Waiting/ });
    await panel.getByRole("checkbox", { name: "Sarah, new character" }).check();
    await panel.getByRole("checkbox", { name: "Sarah, Occupation: journalist" }).check();
    await panel.getByRole("button", { name: "Accept 2 selected" }).click();
    await page.getByRole("log").getByText("created character").waitFor();
    await proposed.getByText("accepted").first().waitFor();
    await panel.getByRole("button", { name: "Edit before accepting: Sarah, Age" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("29");
    await page.keyboard.press("Enter");
    await panel.getByRole("button", { name: "Decline" }).click();
    await panel.getByText("Nothing waits for you").waitFor();
    // What is left is shown anew after each part; all of it is settled in the end.
    await proposed.getByText("settled").nth(2).waitFor();
    expect(await proposed.getByText("settled").count()).toBe(await proposed.count());
    await page.getByRole("tab", { name: "Bible" }).click();
    await page.getByRole("button", { name: /^Sarah 29, journalist/ }).waitFor();
  });

  it("draws what is to be imported as a table that fits a phone", async () => {
    await say("/import character\nname, age, occupation\nMara, 44, coroner\nIvo, 29, night nurse");
    const table = page.getByRole("log").getByRole("table");
    await table.waitFor();
    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual(
      ["Row", "Change", "Name", "Age", "Occupation"].map((head) => head.toUpperCase()),
    );
    expect(await table.getByRole("rowheader").count()).toBe(2);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("button", { name: "Bible and workflow" }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "Bible and workflow, 1 waiting for you" }).click();
    await page.getByRole("tab", { name: "Waiting 1" }).click();
    await page.getByRole("button", { name: "Accept all 2" }).click();
    await page.getByRole("heading", { name: "Nothing waits for you" }).waitFor();
    await page.getByRole("tab", { name: "Bible" }).click();
    await page.getByRole("button", { name: /^Ivo 29, night nurse/ }).waitFor();
  });

  it("completes a name while a command is typed, quoted where it has blanks", async () => {
    await say('/character create "Sarah Kane"');
    await page.getByRole("log").getByText("created character").waitFor();
    const message = page.getByRole("textbox", { name: "Message" });
    await message.pressSequentially("/character show sa");
    await page.getByRole("option", { name: /^Sarah Kane/ }).waitFor();
    await page.keyboard.press("Tab");
    expect(await message.inputValue()).toBe('/character show "Sarah Kane" ');
  });

  it("can be driven by keys alone", async () => {
    await page.getByRole("log").focus();
    await page.keyboard.press("/");
    await page.getByRole("option", { name: /^\/bulk/ }).waitFor();
    await page.keyboard.type("he");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("log").getByText("/help", { exact: true }).waitFor();
    await page.getByRole("article", { name: /^Backlot/ }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Film or session" }).fill("night");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("tells why a message was refused, and keeps it", async () => {
    await say("x".repeat(40_001));
    const refusal = page.getByRole("log").getByRole("alert");
    await refusal.waitFor();
    expect(await refusal.textContent()).toMatch(/40,?000/);
    await refusal.getByRole("button", { name: "Send again" }).waitFor();
  });

  it("shows what people type as text, never as a page", async () => {
    await say('<img src="x" onerror="document.title=1"> **bold**');
    const said = page.getByRole("article", { name: /^Ada/ });
    await said.getByText('<img src="x"').waitFor();
    expect(await page.getByRole("log").locator("img").count()).toBe(0);
    expect(await page.title()).toBe("Night Shift – Backlot");
  });

  it("comes back after the line was lost, with what was said meanwhile", async () => {
    const session_id = new URL(page.url()).hash.slice(1);
    await program.kill("SIGTERM");
    await page.getByText("Reconnecting").waitFor();
    // A browser that is cut off before hears nothing of the line's end, and after it may not come back too soon.
    await page.context().setOffline(true);
    await program.start();
    await fetch(`${program.url}/api/v1/chat/message`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ user_id: "ben", user_name: "Ben", session_id, message: "/help" }),
    });
    await page.context().setOffline(false);
    await page.getByRole("article", { name: /^Ben/ }).waitFor();
    await page.getByText("Live").waitFor();
  }, 60_000);

  it.each([
    ["a phone", 360, 740],
    ["a desk", 1360, 860],
  ])("names every control and scrolls in one direction on %s", async (_name, width, height) => {
    await say(SARAH);
    await page.getByRole("log").getByText("created character").waitFor();
    await page.setViewportSize({ width, height });
    if (width < 400) await page.getByRole("button", { name: "Bible and workflow" }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    expect(await page.evaluate(UNNAMED)).toEqual([]);
    if (width > 400) return;
    await page.getByRole("button", { name: "Bible and workflow" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Sarah/ })
      .waitFor();
    expect(await page.evaluate(UNNAMED)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Sessions" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "New session" }).waitFor();
  });
});
