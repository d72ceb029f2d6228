import { expect, test } from "bun:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStage } from "../../../stages/monitor/stage.ts";
import { testDatabase } from "../../support/database.ts";
import { makePass } from "../../support/stage-pass.ts";

const database = testDatabase();

test("monitor: a home folder that nobody has made yet is no fault", async () => {
  const home = join(tmpdir(), `sixbtc-unmade-${process.pid}`, "home");
  const outcomes = await makePass({ stage: "monitor", openStage, db: database.open(), home });
  expect(outcomes).toEqual([expect.objectContaining({ verdict: "checked" })]);
});
