import { describe, expect, test } from "vitest";
import { meantBesides, meantCommand } from "../../../../src/features/converse/meant-command.ts";

describe("a whole message that asks for what a command does", () => {
  test.each([
    ["where are we?", "workflow"],
    ["ok so, where do we stand", "workflow"],
    ["whats the status", "workflow"],
    ["what’s the status of the film?", "workflow"],
    ["are we done yet?", "workflow"],
    ["next step please", "workflow"],
    ["move on", "workflow"],
    ["We are finished!", "workflow"],
    ["is it done?", "workflow"],
    ["it's a short film", "workflow"],
    ["we are making a documentary", "workflow"],
    ["show me everything", "project"],
    ["what do we have so far?", "project"],
    ["What's in the bible", "project"],
    ["what did you save?", "history"],
    ["what have you written down so far", "history"],
    ["who wrote this", "history"],
    ["recap please", "session"],
    ["remind me what we did today", "session"],
    ["what's open?", "open"],
    ["show me all the commands", "help"],
    ["settings", "project"],
    ["export the bible", "export"],
    ["can i download this", "export"],
    ["how do i get this as a file?", "export"],
    ["Could you print it", "export"],
  ])("%j is /%s", (text, command) => {
    expect(meantCommand(text)?.command).toBe(command);
  });

  test.each([
    ["the title is Last Stop", "Last Stop"],
    ["Working title: “Night Shift”", "Night Shift"],
    ["call the film last stop", "last stop"],
    ["let's call our short Der letzte Bus!", "Der letzte Bus"],
    ["rename the project to 12 Minutes", "12 Minutes"],
    ["so, the film is called The Long Night.", "The Long Night"],
    ["my movie's called Ash", "Ash"],
  ])("%j names the film", (text, value) => {
    expect(meantCommand(text)).toEqual({ command: "project", options: { action: "rename", value } });
  });

  test.each([
    ["The film is called The Last Light. Ezra Cole, 61, keeps the lighthouse alone.", "The Last Light"],
    ["The film is called The Last Light.\nEzra Cole is 61.", "The Last Light"],
    ["Our short is called Ash and it is set in Naples", "Ash"],
    ["the movie is called “Mr. Nobody”. He is 40.", "Mr. Nobody"],
    ["The film is called Last Stop, a comedy about a bus", "Last Stop"],
  ])("%j names the film, and goes on", (text, value) => {
    expect(meantCommand(text)).toBeUndefined();
    expect(meantBesides(text)).toEqual({ command: "project", options: { action: "rename", value } });
  });

  test.each([
    ["The film is called Good Night. And Good Luck.", "Good Night. And Good Luck"],
    ["our film is called Mr. Nobody", "Mr. Nobody"],
    ["the film is called Salt, Sand and Sea", "Salt, Sand and Sea"],
  ])("%j is a title to its end", (text, value) => {
    expect(meantCommand(text)?.options).toEqual({ action: "rename", value });
    expect(meantBesides(text)).toBeUndefined();
  });

  test.each([
    "the title is too long",
    "the title is still open",
    "is the film called Last Stop?",
    "what if we call the film Ash?",
    "the film is called off",
    "Sarah asks where are we going",
    "where are we going with this scene",
    "Tom downloads the file",
    "the status of the detective is unclear",
    "what did you save her for?",
    "show me Sarah",
    "what do you know about the baby?",
    "she prints it",
    "move on to the outline",
    "it's a short scene",
    "next week we shoot",
    "call the film commission, they want the permit",
    `${"so, ".repeat(80)}where are we`,
    "where are we\nand who is Sarah",
  ])("%j asks for none", (text) => {
    expect(meantCommand(text)).toBeUndefined();
  });
});
