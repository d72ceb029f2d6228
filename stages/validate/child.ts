import { serveJobs } from "../../core/runtime/serve-jobs.ts";
import { hardenConversions } from "../../core/strategy/harden.ts";
import { createMemo } from "../../core/strategy/ta/memo.ts";
import { createToolbox } from "../../core/strategy/ta/toolbox.ts";
import { type JudgeJob, judge } from "./judge.ts";

/** Columns of the markets that every strategy is tried on. */
const MEMO_BYTES = 8 * 1024 * 1024;

hardenConversions();
const toolboxes = { remembering: createToolbox({ memo: createMemo(MEMO_BYTES) }), plain: createToolbox() };
serveJobs((job: JudgeJob) => judge(job, toolboxes));
