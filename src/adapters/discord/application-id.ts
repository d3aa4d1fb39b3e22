import type { APIApplication } from "discord.js";

/** The id of the application that a bot's token is for, as Discord says. */
export async function applicationId(token: string, apiUrl?: string): Promise<string> {
  const { REST, Routes } = await import("discord.js");
  const rest = new REST({ retries: 1, ...(apiUrl === undefined ? {} : { api: apiUrl }) }).setToken(token);
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
  return id;
}
