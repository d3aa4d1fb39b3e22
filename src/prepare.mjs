// Runs at `npm ci`, also on a Node that cannot read TypeScript and in an install without devDependencies: there it says
// what is not prepared and lets the install go on, since `npm start` does without.
try {
  const { prepare } = await import("./app/prepare.ts");
  await prepare();
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stdout.write(
    `Not prepared: ${why}\nThe install is fine without it; the first \`npm start\` takes longer.\n`,
  );
}
