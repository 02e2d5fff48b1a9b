import type { ProblemCopy } from "./problem-wording.ts";

export const WEBHOOK_PROBLEM_CODES = [
  "url_not_allowed",
  "unknown_environment",
  "too_many_webhooks",
  "too_many_secrets",
  "webhook_disabled",
  "delivery_under_way",
] as const;
export type WebhookProblemCode = (typeof WEBHOOK_PROBLEM_CODES)[number];

export const WEBHOOK_PROBLEM_COPY: Readonly<Record<WebhookProblemCode, ProblemCopy>> = {
  url_not_allowed: {
    status: 422,
    title: "Messages cannot be sent there",
    detail: "The member `errors` says what is wrong with the address. Nothing was changed.",
    nextAction: "Enter the https address of a public host.",
  },
  unknown_environment: {
    status: 422,
    title: "There is no such environment",
    detail:
      "The member `errors` names those that are not there, or not yours to manage. Nothing was changed.",
    nextAction: "Name environments of this workspace, or leave them out to hear of all.",
  },
  too_many_webhooks: {
    status: 409,
    title: "There are as many webhooks as a workspace may have",
    detail: "The member `most` says how many. Nothing was made.",
    nextAction: "Remove one that is not needed any more.",
  },
  too_many_secrets: {
    status: 409,
    title: "Too many secrets are in force",
    detail: "Each signs every message; `most` says how many there may be. Nothing was changed.",
    nextAction: "Wait until the oldest has expired, or rotate with `overlap_hours` 0.",
  },
  webhook_disabled: {
    status: 409,
    title: "The webhook is disabled",
    detail: "Nothing but a ping is sent to it.",
    nextAction: "Enable it, then send this again.",
  },
  delivery_under_way: {
    status: 409,
    title: "The message is under way already",
    detail: "It has been neither delivered nor given up yet.",
    nextAction: "Look at the deliveries of the webhook a little later.",
  },
};
