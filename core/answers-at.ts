import { connect, type NetConnectOpts } from "node:net";

/** For a socket of this machine, whose other end is there or is not. */
const PROBE_MS = 2_000;

/** Whether somebody accepts connections there: a pid or socket file that was left behind says nothing of that. */
export function answersAt(place: NetConnectOpts): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ ...place, timeout: PROBE_MS });
  const settle = (answers: boolean) => {
    socket.destroy();
    resolve(answers);
  };
  socket.once("connect", () => settle(true));
  socket.once("error", () => settle(false));
  socket.once("timeout", () => settle(false));
  return promise;
}
