import { connect, createServer, type Socket } from "node:net";

export type DatabaseProxy = {
  /** The address of the same database, by way of the proxy. */
  url: string;
  /** From now on nothing listens there, and every connection is broken off. */
  cut(): void;
  /** From now on nothing is passed on, and nothing is said about it. */
  freeze(): void;
};

/** A way to the database of `url` that a test can take away. */
export async function proxyTo(url: string): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  const target = new URL(url);
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const proxied = new URL(url);
  proxied.port = String(typeof address === "object" ? address?.port : "");
  return {
    url: proxied.href,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    freeze() {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
  };
}
