import { answerFapi } from "./binance-futures.ts";
import { answerInfo } from "./hyperliquid-info.ts";
import { createMarket, type DataFault, type VenueCoin, type VenueMarket } from "./market.ts";

export type VenueRequest = { method: string; path: string; query: URLSearchParams; body: Record<string, unknown> };

/** What is wrong with an answer: a status such as 429, or a request that hangs. */
type AnswerFault = {
  kind: "status" | "hang";
  status?: number;
  /** How many of the matching requests it strikes. */
  times: number;
  /** Which ones; all where it is left out. */
  matches?: (request: VenueRequest) => boolean;
};

export type Venue = {
  readonly url: string;
  readonly market: VenueMarket;
  /** The venue's own time; tests move it. */
  readonly clock: { nowMs: number };
  /** Everything that was asked, in order. */
  readonly requests: VenueRequest[];
  strike(fault: AnswerFault): void;
  strikeData(fault: DataFault): void;
  close(): Promise<void>;
};

/**
 * An exchange on loopback that answers as Hyperliquid (POST /info) and Binance's USD-M futures (GET /fapi) do, with a
 * clock and faults of its own, for the real client of ccxt.
 */
export function openVenue(options: { coins: readonly VenueCoin[]; nowMs: number }): Venue {
  const clock = { nowMs: options.nowMs };
  const requests: VenueRequest[] = [];
  const answerFaults: AnswerFault[] = [];
  const dataFaults: DataFault[] = [];
  const market = createMarket(options.coins, dataFaults);

  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    idleTimeout: 0,
    async fetch(raw) {
      const url = new URL(raw.url);
      const text = await raw.text();
      const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
      const request = { method: raw.method, path: url.pathname, query: url.searchParams, body };
      requests.push(request);
      const fault = answerFaults.find((one) => one.times > 0 && (one.matches?.(request) ?? true));
      if (fault) {
        fault.times -= 1;
        if (fault.kind === "hang") return new Promise<Response>(() => undefined);
        return new Response("null", { status: fault.status ?? 500 });
      }
      const answer =
        url.pathname === "/info"
          ? answerInfo(body as Parameters<typeof answerInfo>[0], market, clock.nowMs)
          : answerFapi(url, market, clock.nowMs);
      if (answer === null) {
        return new Response("Failed to deserialize the JSON body into the target type", { status: 422 });
      }
      return Response.json(answer);
    },
  });

  return {
    url: `http://127.0.0.1:${server.port}`,
    market,
    clock,
    requests,
    strike: (fault) => void answerFaults.push(fault),
    strikeData: (fault) => void dataFaults.push(fault),
    close: () => server.stop(true),
  };
}
