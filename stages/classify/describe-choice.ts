import type { Candidate, Choice, Obstacle } from "./portfolio.ts";

/** Why a candidate was chosen or not, for its event and for a person. */
export function describeChoice({ candidate, rank, obstacle }: Choice<Candidate>): string {
  return obstacle === null ? `rank ${rank} with score ${candidate.score?.toFixed(1)}` : describeObstacle(obstacle);
}

function describeObstacle(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case "no-score":
      return "it has no score";
    case "other-candles":
      return `it was tested on candles of ${obstacle.tested}, and those of ${obstacle.used} are used now`;
    case "full":
      return `${obstacle.limit} better ones are chosen or live`;
    case "group":
      return `${obstacle.members.length} ${obstacle.group} are chosen or live already: ${obstacle.members.join(", ")}`;
    case "correlated":
      return `correlation ${obstacle.correlation.toFixed(2)} with ${obstacle.against}`;
    case "not-comparable":
      return `no correlation to be had from ${obstacle.commonDays} days in common with ${obstacle.against}`;
  }
}
