import { Box, Text, useApp, useInput, useWindowSize } from "ink";
import { useEffect, useState, useSyncExternalStore } from "react";
import { agoText } from "../value-text.ts";
import { Alerts } from "./alerts.tsx";
import { Events } from "./events.tsx";
import type { Feed, View } from "./feed.ts";
import { Funnel } from "./funnel.tsx";
import { Header } from "./header.tsx";
import { Help } from "./help.tsx";
import { actionsOf } from "./keys.ts";
import { Live } from "./live.tsx";
import { isRoomy, type Panel, panelsOf, type Size } from "./panels.ts";
import { nextState, type ScreenState } from "./screen-state.ts";
import { firstLine, NO_SCROLL } from "./scroll.ts";
import type { Snapshot } from "./snapshot.ts";
import { STAGES_COLUMNS, Stages } from "./stages.tsx";

/** Funnel and stages above, one of the other panels below; on a small terminal one panel at a time. */
export function Dashboard({ feed, signal }: { feed: Feed; signal: AbortSignal }) {
  const { exit } = useApp();
  useEffect(() => {
    const ended = new AbortController();
    feed.follow(AbortSignal.any([signal, ended.signal])).then(
      () => exit(),
      (error: Error) => exit(error),
    );
    return () => ended.abort();
  }, [feed, signal, exit]);
  return <Screen view={useSyncExternalStore(feed.subscribe, feed.current)} size={useWindowSize()} onQuit={exit} />;
}

/** The whole screen for one moment, with its keys. */
export function Screen({ view, size, onQuit }: { view: View; size: Size; onQuit: () => void }) {
  const [held, setHeld] = useState<ScreenState<Panel>>({ panel: "Events", isHelp: false, scroll: NO_SCROLL });
  const panels = panelsOf(size);
  const { status } = view.snapshot;
  const above = isRoomy(size) ? status.stages.length + 1 : 0;
  const sceneOf = (panel: Panel) => ({
    lines: linesOf(panel, view.snapshot),
    room: Math.max(1, size.rows - above - 3 - (panel === "Live" ? 1 : 0)),
  });
  // On a terminal that grew, the funnel and the stages are no panels any more.
  const shown = (state: typeof held) => (panels.includes(state.panel) ? state : { ...state, panel: "Events" as const });
  const { panel, isHelp, scroll } = shown(held);
  const { lines, room } = sceneOf(panel);
  const first = firstLine(scroll, lines, room);

  useInput((input, key) => {
    const actions = actionsOf(input, key);
    if (actions.includes("quit")) onQuit();
    setHeld((before) =>
      actions.reduce((state, action) => nextState(state, action, panels, sceneOf(state.panel)), shown(before)),
    );
  });

  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      <Header status={status} columns={size.columns} />
      {above > 0 ? (
        <Box height={above} gap={2}>
          <Funnel title="Strategies" counts={status.counts} columns={Math.min(60, size.columns - STAGES_COLUMNS - 2)} />
          <Stages stages={status.stages} nowMs={status.at} />
        </Box>
      ) : null}
      <Tabs panels={panels} panel={panel} snapshot={view.snapshot} />
      <Box height={Math.max(1, size.rows - above - 3)} flexDirection="column" overflow="hidden">
        {isHelp ? <Help /> : <Body panel={panel} snapshot={view.snapshot} size={size} first={first} room={room} />}
      </Box>
      <Footer view={view} last={first + room} lines={lines.length} />
    </Box>
  );
}

/** What can be scrolled, a key for each line: events keep their place while new ones come in above them. */
function linesOf(panel: Panel, { status, events }: Snapshot): readonly number[] {
  if (panel === "Events") return events.map(({ id }) => id);
  if (panel === "Live") return [...status.live.keys()];
  return panel === "Alerts" ? [...status.alerts.keys()] : [];
}

type BodyProps = { panel: Panel; snapshot: Snapshot; size: Size; first: number; room: number };

function Body({ panel, snapshot: { status, events }, size, first, room }: BodyProps) {
  const end = first + room;
  switch (panel) {
    case "Funnel":
      return <Funnel title={null} counts={status.counts} columns={size.columns} />;
    case "Stages":
      return <Stages stages={status.stages} nowMs={status.at} />;
    case "Events":
      return <Events events={events.slice(first, end)} nowMs={status.at} columns={size.columns} />;
    case "Live":
      return <Live live={status.live.slice(first, end)} columns={size.columns} />;
    case "Alerts":
      return <Alerts alerts={status.alerts.slice(first, end)} nowMs={status.at} />;
  }
}

function Tabs({ panels, panel, snapshot }: { panels: readonly Panel[]; panel: Panel; snapshot: Snapshot }) {
  const { live, alerts } = snapshot.status;
  const label = (each: Panel) => {
    const count = each === "Live" ? live.length : each === "Alerts" ? alerts.length : 0;
    return count === 0 ? each : `${each} ${count}`;
  };
  return (
    <Text wrap="truncate-end">
      {panels.map((each) => (
        <Text key={each} bold={each === panel} color={each === "Alerts" && alerts.length > 0 ? "yellow" : ""}>
          {each === panel ? `[${label(each)}]` : ` ${label(each)} `}{" "}
        </Text>
      ))}
    </Text>
  );
}

function Footer({ view, last, lines }: { view: View; last: number; lines: number }) {
  if (view.fault !== null) {
    const age = agoText(view.snapshot.status.at, Date.now());
    return <Text color="red" wrap="truncate-end">{`${view.fault}; what stands here was read ${age}`}</Text>;
  }
  const more = lines > last ? ` · ${lines - last} more below` : "";
  return <Text dimColor wrap="truncate-end">{`q quit · tab panel · j k scroll · ? help${more}`}</Text>;
}
