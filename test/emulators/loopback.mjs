import { Server } from "node:net";

// These servers are for this machine alone, wherever they mean to listen.
const { listen } = Server.prototype;
Server.prototype.listen = function onLoopback(port, ...more) {
  const isPort = typeof port === "number" && typeof more[0] !== "string";
  return isPort ? listen.call(this, port, "127.0.0.1", ...more) : listen.call(this, port, ...more);
};
