import { apiRoute } from "../api-route.ts";
import type { Route } from "../route.ts";
import { CHANGE_WEBHOOK, changeWebhook } from "./change-webhook.ts";
import { CREATE_WEBHOOK, createWebhook } from "./create-webhook.ts";
import { LIST_WEBHOOK_DELIVERIES, listWebhookDeliveries } from "./list-webhook-deliveries.ts";
import { LIST_WEBHOOKS, listWebhooks } from "./list-webhooks.ts";
import { REDELIVER_WEBHOOK, redeliverWebhook } from "./redeliver-webhook.ts";
import { REMOVE_WEBHOOK, removeWebhook } from "./remove-webhook.ts";
import { ROTATE_WEBHOOK, rotateWebhook } from "./rotate-webhook.ts";
import { SHOW_WEBHOOK, showWebhook } from "./show-webhook.ts";
import {
  DISABLE_WEBHOOK,
  disableWebhook,
  ENABLE_WEBHOOK,
  enableWebhook,
} from "./switch-webhook.ts";
import { TEST_WEBHOOK, testWebhook } from "./test-webhook.ts";

const WEBHOOKS = "/api/v1/workspaces/:workspace/webhooks";
const WEBHOOK = `${WEBHOOKS}/:webhook`;

/** Answered where webhooks are switched on. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  apiRoute("GET", WEBHOOKS, listWebhooks, LIST_WEBHOOKS),
  apiRoute("POST", WEBHOOKS, createWebhook, CREATE_WEBHOOK),
  apiRoute("GET", WEBHOOK, showWebhook, SHOW_WEBHOOK),
  apiRoute("PATCH", WEBHOOK, changeWebhook, CHANGE_WEBHOOK),
  apiRoute("DELETE", WEBHOOK, removeWebhook, REMOVE_WEBHOOK),
  apiRoute("POST", `${WEBHOOK}:rotate`, rotateWebhook, ROTATE_WEBHOOK),
  apiRoute("POST", `${WEBHOOK}:enable`, enableWebhook, ENABLE_WEBHOOK),
  apiRoute("POST", `${WEBHOOK}:disable`, disableWebhook, DISABLE_WEBHOOK),
  apiRoute("POST", `${WEBHOOK}:test`, testWebhook, TEST_WEBHOOK),
  apiRoute("GET", `${WEBHOOK}/deliveries`, listWebhookDeliveries, LIST_WEBHOOK_DELIVERIES),
  apiRoute(
    "POST",
    `${WEBHOOK}/deliveries/:delivery:redeliver`,
    redeliverWebhook,
    REDELIVER_WEBHOOK,
  ),
];
