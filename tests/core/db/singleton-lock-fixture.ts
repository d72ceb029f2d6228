import { openDatabase } from "../../../core/db/database.ts";
import { tryLock } from "../../../core/db/singleton-lock.ts";

/** Holds the lock "killed" of the database named first until it is killed. */
const db = openDatabase({ url: process.argv[2] ?? "", poolSize: 1, applicationName: "sixbtc test" });
const lock = await tryLock(db, "killed");
console.log(lock === null ? "taken" : "held");
setInterval(() => undefined, 1000);
