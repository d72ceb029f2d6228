import { readFileSync, writeFileSync } from "node:fs";
import { withFileLock } from "../../../../core/db/embedded/file-lock.ts";

/** Counts up in the file named second, slowly and under the lock named first, as often as the third says. */
const [lock, count, times] = process.argv.slice(2);
for (let i = 0; i < Number(times); i++) {
  await withFileLock(lock ?? "", 30_000, async () => {
    const before = Number(readFileSync(count ?? "", "utf8"));
    await Bun.sleep(1);
    writeFileSync(count ?? "", String(before + 1));
  });
}
