import type { Clock } from "./ports/clock.ts";
import type { EngineDriver, EngineWorker } from "./ports/engine-driver.ts";
import type { FaultPoints } from "./ports/fault-points.ts";
import type { Logger } from "./ports/logger.ts";
import type { Postgres } from "./postgres/open-postgres.ts";
import { SettledError } from "./run/settled-error.ts";
import { startWebhookWorker } from "./webhooks/start-webhook-worker.ts";
import { createWebhookDesk, type WebhookDesk } from "./webhooks/webhook-desk.ts";
import { type WebhookOptions, webhookSettingsOf } from "./webhooks/webhook-settings.ts";

export interface WebhookParts {
  readonly engine: EngineDriver;
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly faults: FaultPoints;
}

export interface OpenWebhooks {
  readonly desk: WebhookDesk;
  startWorker(): Promise<EngineWorker>;
}

/** Puts webhooks together. Refuses an engine that cannot deliver them with `invalid_configuration`. */
export function openWebhooks(
  options: WebhookOptions,
  { engine, postgres, clock, logger, faults }: WebhookParts,
): OpenWebhooks {
  const { errands, transactional } = engine;
  if (errands === undefined) throw noErrands(engine);
  const settings = webhookSettingsOf(options);
  const { webhookLedger: ledger, webhookPost: post, audit, database } = postgres;
  return {
    desk: createWebhookDesk({ ledger, workspaces: database, audit, rules: settings }),
    startWorker: () =>
      startWebhookWorker({
        errands,
        transactional,
        post,
        audit,
        settings,
        clock,
        logger,
        faults,
        transactions: database,
      }),
  };
}

function noErrands({ name }: EngineDriver): SettledError {
  return new SettledError(
    "invalid_configuration",
    `Webhooks are delivered by the queue engine, and ${name} moves runs alone. Leave them off, or use another engine.`,
  );
}
