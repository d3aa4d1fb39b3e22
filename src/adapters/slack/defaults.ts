/** Where Slack, or a browser, reaches the app when the settings do not say. */
export const DEFAULT_PORT = 5_060;
export const LOOPBACK = "127.0.0.1";
