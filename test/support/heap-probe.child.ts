/** Loaded into a program by --import, with --expose-gc: at SIGUSR2 it says what its heap holds after a collection. */
process.on("SIGUSR2", () => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.stderr.write(`heap-probe ${heapUsed} ${rss}\n`);
});
