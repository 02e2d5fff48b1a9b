import type { OperationCatalog } from "../../catalog/operation-catalog.ts";
import type { OperationDefinition } from "../../catalog/operation-definition.ts";
import { SettledError } from "../../run/settled-error.ts";

const QUEUE_NAME = /^[\w.\-/]+$/;
const FAILED_SUFFIX = ".failed";
/** The library's own time limit comes first; the engine's is the net below it. */
const EXPIRY_MARGIN_SECONDS = 60;
/** pg-boss refuses more than a day. */
const EXPIRY_SECONDS_MAX = 86_400;

/** One queue of the catalog, with the most that any of its operations needs. */
export interface EngineQueue {
  readonly name: string;
  readonly failedName: string;
  readonly retriesMax: number;
  readonly expireInSeconds: number;
}

/** The queues of the catalog; refuses what pg-boss could not keep truthfully with `invalid_definition`. */
export function queuesOf(catalog: OperationCatalog, expireInSeconds?: number): EngineQueue[] {
  const queues = new Map<string, EngineQueue>();
  for (const operation of catalog.operations) {
    const { name, retries } = operation.queue;
    const known = queues.get(name);
    queues.set(name, {
      name,
      failedName: failedQueueOf(name),
      retriesMax: Math.max(retries, known?.retriesMax ?? 0),
      expireInSeconds: Math.max(
        expireInSeconds ?? expirySecondsOf(operation),
        known?.expireInSeconds ?? 0,
      ),
    });
  }
  for (const queue of queues.values()) refuseUnfitName(queue, queues);
  return [...queues.values()];
}

/** Where pg-boss copies the jobs that it has given up. */
export function failedQueueOf(queue: string): string {
  return `${queue}${FAILED_SUFFIX}`;
}

export function expirySecondsOf(operation: OperationDefinition): number {
  const seconds = Math.ceil(operation.timeouts.runWithinMs / 1_000) + EXPIRY_MARGIN_SECONDS;
  if (seconds > EXPIRY_SECONDS_MAX) {
    throw new SettledError(
      "invalid_definition",
      `${operation.type} may run longer than pg-boss lets a job live: one day less a minute.`,
    );
  }
  return seconds;
}

function refuseUnfitName(queue: EngineQueue, queues: ReadonlyMap<string, EngineQueue>): void {
  if (!QUEUE_NAME.test(queue.name)) {
    throw new SettledError(
      "invalid_definition",
      `The queue "${queue.name}" may hold only letters, digits, underscores, dots, dashes and slashes.`,
    );
  }
  if (queues.has(queue.failedName)) {
    throw new SettledError(
      "invalid_definition",
      `The queue "${queue.failedName}" is where the failed jobs of "${queue.name}" go.`,
    );
  }
}
