import compile from "watr/compile";
import { HEAP } from "./lane-layout.ts";
import { type GLOBALS_F64, type GLOBALS_I32, LANES_WAT } from "./lanes-wat.ts";

const PAGE_BYTES = 65_536;
const MAX_PAGES = 65_536;

/** What the loops call for what is rare; addresses and bits as in lane-layout.ts. */
type Callbacks = {
  scan(entry: number): void;
  keep(lanes: number, g: number, entry: number): void;
  liquidate(g: number, entry: number, coin: number): number;
  correct(slot: number, coin: number): void;
  settleLiquidated(slot: number): void;
};

type GlobalName = (typeof GLOBALS_I32)[number] | (typeof GLOBALS_F64)[number];
type Exports = Record<GlobalName, WebAssembly.Global> & { walk(g: number, entry: number): void };

/** The loops of lanes-wat.ts and their memory, of which a process has one: it serves one sweep after another. */
export type LaneEngine = {
  walk(g: number, entry: number): void;
  set(values: Partial<Record<GlobalName, number>>): void;
  /** Makes sure that the memory has so many bytes, which may replace its buffer. */
  reserve(bytes: number): ArrayBuffer;
  /** Whom the loops call from now on. */
  listen(callbacks: Callbacks): void;
};

/** `null` where the processor cannot run them. */
function createEngine(): LaneEngine | null {
  const binary: Uint8Array<ArrayBuffer> = compile(LANES_WAT);
  // Pages are the system's to give when they are first written to, so a large bound costs nothing.
  const memory = new WebAssembly.Memory({ initial: Math.ceil(HEAP / PAGE_BYTES), maximum: MAX_PAGES });
  let listener: Callbacks | null = null;
  const callbacks = (): Callbacks => {
    if (listener === null) throw new TypeError("no sweep is under way");
    return listener;
  };
  const imports = {
    sweep: {
      memory,
      scan: (entry: number) => callbacks().scan(entry),
      keep: (lanes: number, g: number, entry: number) => callbacks().keep(lanes, g, entry),
      liquidate: (g: number, entry: number, coin: number) => callbacks().liquidate(g, entry, coin),
      correct: (slot: number, coin: number) => callbacks().correct(slot, coin),
      settleLiquidated: (slot: number) => callbacks().settleLiquidated(slot),
    },
  };
  let exports: Exports;
  try {
    exports = new WebAssembly.Instance(new WebAssembly.Module(binary), imports).exports as unknown as Exports;
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
  return {
    walk: exports.walk,
    set(values) {
      for (const [name, value] of Object.entries(values)) exports[name as GlobalName].value = value;
    },
    reserve(bytes) {
      const missing = bytes - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
      return memory.buffer;
    },
    listen(next) {
      listener = next;
    },
  };
}

export const laneEngine = createEngine();
