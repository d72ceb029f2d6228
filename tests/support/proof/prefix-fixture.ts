import { serveJobs } from "../../../core/runtime/serve-jobs.ts";
import { hardenConversions } from "../../../core/strategy/harden.ts";
import { provePrefixes } from "./prefix.ts";

hardenConversions();
serveJobs((text: string) => provePrefixes(text));
