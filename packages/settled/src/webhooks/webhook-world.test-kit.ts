import { defineOperation } from "../catalog/define-operation.ts";
import { createSettled, type Settled, type SettledOptions } from "../create-settled.ts";
import { createPgBossEngine } from "../engines/pg-boss/pg-boss-engine.ts";
import { WEBHOOK_EVENT_TYPES, type WebhookEndpoint } from "../ports/webhook.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import type { Initiator } from "../run/actor.ts";
import { asEnvironmentId, asWorkspaceId } from "../run/scope.ts";
import { startTestDatabase } from "../testing/test-database.ts";
import type { WebhookDesk } from "./webhook-desk.ts";

export const NORTH = asWorkspaceId("north");
export const BERLIN = asEnvironmentId("berlin");
export const MARIA: Initiator = { kind: "user", id: "u1", name: "Maria Lang" };

/** What a letter's writer does: `fine`, `refused` or anything else, which throws. */
const letter = defineOperation<{ readonly word: string }>({
  type: "letter.write",
  label: "Letter",
  input: {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: (value) => ({ value: value as { word: string } }),
    },
  },
  identity: (input) => input,
  capability: "letters.write",
  queue: { name: "letters" },
  handler: ({ input }) => {
    if (input.word === "fine") return Promise.resolve({ outcome: "succeeded" });
    return Promise.resolve({ outcome: "blocked", reason: "no_paper" });
  },
  copy: {
    doing: "The letter is being written",
    reasons: { no_paper: { title: "No paper", meaning: "It ran out.", nextStep: "Buy some." } },
  },
});

export function webhookSettledOptions(
  url: string,
  changes: Partial<SettledOptions> = {},
): SettledOptions {
  return {
    postgres: { connectionString: url },
    engine: createPgBossEngine({ connectionString: url }),
    operations: [letter],
    webhooks: { allowPrivate: true, feedEveryMs: 50, firstWaitSeconds: 1, triesMax: 3 },
    ...changes,
  };
}

export interface WebhookWorld {
  readonly url: string;
  readonly settled: Settled;
  readonly desk: WebhookDesk;
  endpoint(url: string): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string }>;
  start(word: string, environment?: typeof BERLIN | null): Promise<string>;
  close(): Promise<void>;
}

export async function openWebhookWorld(
  changes: Partial<SettledOptions> = {},
): Promise<WebhookWorld> {
  const database = await startTestDatabase();
  await migrateDatabase({ connectionString: database.url });
  const settled = createSettled(webhookSettledOptions(database.url, changes));
  await settled.prepare();
  const desk = settled.webhooks;
  if (desk === null) throw new Error("Webhooks are off.");
  let made = 0;
  return {
    url: database.url,
    settled,
    desk,
    async endpoint(url) {
      const wish = {
        url,
        description: "",
        eventTypes: WEBHOOK_EVENT_TYPES,
        environmentIds: null,
      };
      const answer = await desk.create(NORTH, wish, MARIA);
      if (answer.kind === "refused") throw new Error(answer.because);
      return answer;
    },
    async start(word, environmentId = BERLIN) {
      made += 1;
      const input = { word, made };
      const scope = { workspaceId: NORTH, environmentId };
      const answer = await settled.start({
        ...scope,
        type: "letter.write",
        input,
        initiator: MARIA,
      });
      if (answer.kind === "refused") throw new Error(answer.because);
      return answer.run.id;
    },
    async close() {
      await settled.close();
      await database.close();
    },
  };
}
