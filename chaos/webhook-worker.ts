// A worker that tells an endpoint of runs, and that breaks where SETTLED_FAULT says.
import { createSettled } from "../packages/settled/src/create-settled.ts";
import { faultPointsFromEnvironment } from "../packages/settled/src/testing/fault-points-from-environment.ts";
import { webhookSettledOptions } from "../packages/settled/src/webhooks/webhook-world.test-kit.ts";

const { DATABASE_URL = "" } = process.env;
const faults = faultPointsFromEnvironment(process.env);
await createSettled(webhookSettledOptions(DATABASE_URL, { faults })).work();
