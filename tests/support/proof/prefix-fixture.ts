import { serveJobs } from "../../../core/runtime/serve-jobs.ts";
import { hardenConversions } from "../../../core/strategy/harden.ts";
import { type ProofJob, provePrefixes } from "./prefix.ts";

hardenConversions();
serveJobs((job: ProofJob) => provePrefixes(job));
