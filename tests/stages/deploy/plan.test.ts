import { expect, test } from "bun:test";
import fc from "fast-check";
import type { Judgement } from "../../../stages/deploy/degradation.ts";
import { type Action, type Desk, type JudgedAccount, planDeploy } from "../../../stages/deploy/plan.ts";

const NUMBERS = {} as Judgement["numbers"];
const JUDGEMENTS = { stays: { reasons: [], numbers: NUMBERS }, goes: { reasons: ["bad"], numbers: NUMBERS } };

const account = fc.record({
  cashUsd: fc.constantFrom(10_000, 10_000, 7000, 50),
  openPositions: fc.nat(2),
  occupant: fc.constantFrom("none", "stays", "goes", "retired"),
});

const desks: fc.Arbitrary<Desk> = fc
  .record({
    accounts: fc.array(account, { maxLength: 12 }),
    usable: fc.nat(12),
    selected: fc.array(
      fc.record({
        universe: fc.constantFrom<string[] | null>(["BTC"], ["ETH"], [], null),
        warmupBars: fc.constantFrom(0, 5000, 5000, 5001),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ accounts, usable, selected }) => {
    const named = accounts.map(({ cashUsd, openPositions, occupant }, i): JudgedAccount => {
      const status = occupant === "retired" ? "RETIRED" : "LIVE";
      return {
        ...{ name: `paper-${i}`, capitalUsd: 10_000, cashUsd, equityUsd: cashUsd, peakEquityUsd: cashUsd },
        ...{ assignedAt: null, actedUntilAt: null, openPositions: occupant === "none" ? 0 : openPositions },
        strategy: occupant === "none" ? null : { id: i, name: `old-${i}`, status },
        judgement: occupant === "stays" || occupant === "goes" ? JUDGEMENTS[occupant] : null,
      };
    });
    return {
      accounts: named,
      usable: named.slice(0, usable).map(({ name }) => name),
      selected: selected.map((each, i) => ({ id: 100 + i, name: `new-${i}`, score: 90 - i, ...each })),
    };
  });

const settings = fc.record({
  rebalanceEnabled: fc.boolean(),
  capitalUsd: fc.constant(10_000),
  liveBars: fc.constant(5000),
});
const only = <Kind extends Action["kind"]>(actions: Action[], kind: Kind) =>
  actions.filter((action): action is Extract<Action, { kind: Kind }> => action.kind === kind);

test("plan: everything that is selected is deployed, refused or waits, the best first", () => {
  fc.assert(
    fc.property(desks, settings, (desk, given) => {
      const actions = planDeploy(desk, given);
      const decided = actions.filter(({ kind }) => kind === "deploy" || kind === "refuse" || kind === "wait");
      expect(decided.map((action) => "strategy" in action && action.strategy)).toEqual(
        desk.selected.map(({ name }) => name),
      );
      // Once one has to wait, nobody after it is deployed.
      const placed = decided.filter(({ kind }) => kind !== "refuse").map(({ kind }) => kind);
      expect(placed).toEqual(placed.toSorted());
    }),
  );
});

test("plan: refused is what has no coins or needs more bars than the desk sees, with both numbers, and nothing else", () => {
  fc.assert(
    fc.property(desks, settings, (desk, given) => {
      const refused = only(planDeploy(desk, given), "refuse").map(({ strategy, reason }) => [strategy, reason]);
      const expected = desk.selected.flatMap(({ name, universe, warmupBars }) => {
        if (universe === null || universe.length === 0) return [[name, "it has no coins"]];
        return warmupBars > 5000 ? [[name, "its signals need 5001 bars, and the desk can count on 5000"]] : [];
      });
      expect(refused).toEqual(expected);
    }),
  );
});

test("plan: a subaccount is filled at most once, and never over a live strategy or an open position", () => {
  fc.assert(
    fc.property(desks, settings, (desk, given) => {
      const actions = planDeploy(desk, given);
      const filled = only(actions, "deploy").map(({ account: name }) => name);
      expect(new Set(filled).size).toBe(filled.length);
      for (const name of filled) {
        expect(desk.usable).toContain(name);
        const before = desk.accounts.find((each) => each.name === name)!;
        expect(before.openPositions).toBe(0);
        const isFree = before.strategy === null || only(actions, "free").some((action) => action.account === name);
        expect(isFree).toBe(true);
      }
      for (const { account: name } of only(actions, "free")) {
        const { judgement, openPositions } = desk.accounts.find((each) => each.name === name)!;
        expect([openPositions, judgement === JUDGEMENTS.stays]).toEqual([0, false]);
      }
    }),
  );
});

test("plan: no slot stays empty while somebody waits", () => {
  fc.assert(
    fc.property(desks, settings, (desk, given) => {
      const actions = planDeploy(desk, given);
      const empty = desk.usable.filter((name) => {
        const { strategy, judgement, openPositions } = desk.accounts.find((each) => each.name === name)!;
        return strategy === null || (openPositions === 0 && judgement !== JUDGEMENTS.stays);
      });
      const unfunded = only(actions, "unfunded").length;
      if (only(actions, "wait").length > 0) expect(only(actions, "deploy")).toHaveLength(empty.length - unfunded);
    }),
  );
});

test("plan: with rebalancing everybody starts with the stake; without, with what is there, if it is enough", () => {
  fc.assert(
    fc.property(desks, settings, (desk, given) => {
      const actions = planDeploy(desk, given);
      for (const { account: name, capitalUsd } of only(actions, "deploy")) {
        const { cashUsd } = desk.accounts.find((each) => each.name === name)!;
        expect(capitalUsd).toBe(given.rebalanceEnabled ? 10_000 : cashUsd);
      }
      const poor = only(actions, "unfunded").map(({ cashUsd }) => cashUsd);
      expect(poor).toEqual(poor.map(() => 50));
      if (given.rebalanceEnabled) expect(poor).toEqual([]);
      else expect(only(actions, "fund")).toEqual([]);
    }),
  );
});
