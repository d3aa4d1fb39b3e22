import { printDiscordInvite } from "./app/print-discord-invite.ts";

await printDiscordInvite(process.argv.slice(2));
