// The example of webhooks.md: a receiver that believes only what is signed, and does nothing twice. It runs as a test.
import { createServer, type IncomingMessage, type Server } from "node:http";
import { Webhook } from "standardwebhooks";

export interface Told {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly run_id?: string;
    readonly outcome?: string | null;
    readonly href?: string;
  };
}

/** `seen` stands for a table with a unique column: a message that comes again is acknowledged and left. */
export function receiveWebhooks(
  secret: string,
  seen: Set<string>,
  act: (told: Told) => Promise<void>,
): Server {
  const webhook = new Webhook(secret);
  return createServer((request, response) => {
    void answer(request).then((status) => response.writeHead(status).end());
  });

  async function answer(request: IncomingMessage): Promise<number> {
    const headers = request.headers as Record<string, string>;
    let told: Told;
    try {
      // The bytes as they came: a body that was parsed and written anew has another signature.
      told = webhook.verify(await bodyOf(request), headers) as Told;
    } catch {
      return 401;
    }
    const id = headers["webhook-id"] ?? "";
    if (seen.has(id)) return 204;
    await act(told);
    seen.add(id);
    return 204;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
