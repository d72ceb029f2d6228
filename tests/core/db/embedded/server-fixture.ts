import { ensureServer } from "../../../../core/db/embedded/server.ts";

/** Prints the address of the server of the folder named first; with `stay`, lives on. */
const [home, stay] = process.argv.slice(2);
console.log(await ensureServer(home ?? "", { isDurable: false }));
if (stay === "stay") setInterval(() => undefined, 1000);
