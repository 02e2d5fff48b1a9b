import type { WebhookDelivery, WebhookEndpoint } from "../../ports/webhook.ts";
import type {
  DeliveryAnswer,
  DeskRefusal,
  Disclosed,
  EndpointAnswer,
} from "../../webhooks/endpoint-act.ts";
import { type Answer, type AnswerHeaders, jsonAnswer, problemAnswer } from "../answer.ts";
import { problemOfDeskRefusal } from "./problem-of-desk-refusal.ts";
import { asDeliveryJson, asWebhookJson } from "./webhook-json.ts";

/** An endpoint with its version as the tag. */
export function answerWebhook(endpoint: WebhookEndpoint, webhooksApi: string): Answer {
  return jsonAnswer(asWebhookJson(endpoint, webhooksApi), { headers: tagOf(endpoint) });
}

export function answerEndpoint(answer: EndpointAnswer, webhooksApi: string): Answer {
  return answer.kind === "refused"
    ? problemAnswer(problemOfDeskRefusal(answer))
    : answerWebhook(answer.endpoint, webhooksApi);
}

/** The one answer that holds a secret. */
export function answerDisclosed(
  answer: Disclosed | DeskRefusal,
  webhooksApi: string,
  status: 200 | 201,
): Answer {
  if (answer.kind === "refused") return problemAnswer(problemOfDeskRefusal(answer));
  const { endpoint, secret } = answer;
  const webhook = asWebhookJson(endpoint, webhooksApi);
  const made = status === 201 ? { location: webhook.links.self } : {};
  const headers = { ...tagOf(endpoint), ...made };
  return jsonAnswer({ ...webhook, secret }, { status, headers });
}

/** A message that is under way; its log says what becomes of it. */
export function answerUnderWay(answer: DeliveryAnswer): Answer {
  return answer.kind === "refused"
    ? problemAnswer(problemOfDeskRefusal(answer))
    : jsonAnswer(asDeliveryJson(answer.delivery satisfies WebhookDelivery), { status: 202 });
}

function tagOf({ version }: WebhookEndpoint): AnswerHeaders {
  return { etag: `"${version}"` };
}
