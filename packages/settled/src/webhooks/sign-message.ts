import { Webhook } from "standardwebhooks";

export interface SignedMessage {
  /** The same over all tries. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** The headers of Standard Webhooks, with a signature by each secret that is in force. */
export function signMessage(
  { id, at, body }: SignedMessage,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": signatures.join(" "),
  };
}

export function messageIdOf(deliveryId: string): string {
  return `msg_${deliveryId}`;
}
