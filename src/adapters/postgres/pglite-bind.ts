/** Runs the unnamed portal to its end, and ends the statement (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const EXECUTE_AND_SYNC = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0x53, 0, 0, 0, 4]);
const BIND = 0x42;
const NULL_LENGTH = -1;

/**
 * What binds values, all as text, to a prepared statement and runs it, in one buffer of the right size. PGlite's own
 * serializer counts each letter twice and grows its buffer on the way, which takes as long as a small statement.
 */
export function bindAndRun(name: string, values: readonly (string | null)[]): Buffer {
  const sizes = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)));
  // A length, no portal, the name, no formats, how many values, the values with their lengths, no formats.
  const length = sizes.reduce((all, size) => all + 4 + size, 4 + 1 + Buffer.byteLength(name) + 1 + 2 + 2 + 2);
  const buffer = Buffer.allocUnsafe(1 + length + EXECUTE_AND_SYNC.length);
  let at = buffer.writeInt32BE(length, buffer.writeUInt8(BIND, 0));
  at = buffer.writeUInt8(0, at);
  at += buffer.write(name, at);
  at = buffer.writeUInt8(0, at);
  at = buffer.writeInt16BE(0, at);
  at = buffer.writeUInt16BE(values.length, at);
  for (const [index, value] of values.entries()) {
    at = buffer.writeInt32BE(value === null ? NULL_LENGTH : (sizes[index] ?? 0), at);
    if (value !== null) at += buffer.write(value, at);
  }
  at = buffer.writeInt16BE(0, at);
  EXECUTE_AND_SYNC.copy(buffer, at);
  return buffer;
}
