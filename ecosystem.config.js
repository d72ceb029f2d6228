// CommonJS, as pm2 needs it. What runs is decided by config/sixbtc.yaml and the list of stages: the CLI prints it.
const { execFileSync } = require("node:child_process");
const { join } = require("node:path");

// The real binary: pm2 wraps a script whose interpreter is called `bun` in a loader of its own.
const bun = require.resolve("bun/bin/bun.exe");
const main = join(__dirname, "cli", "main.ts");

const listed = execFileSync(bun, ["--no-env-file", main, "processes", "--json"], { cwd: __dirname, encoding: "utf8" });

module.exports = {
  apps: listed
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({
      ...JSON.parse(line),
      script: main,
      interpreter: bun,
      interpreter_args: "--no-env-file",
      cwd: __dirname,
    })),
};
