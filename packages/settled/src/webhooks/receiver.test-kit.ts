import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly id: string;
}

export interface ReceiverAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who is told: a server on loopback that keeps what it hears. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What the next ones are answered; "hang" = nothing at all. */
  answer(by: (received: Received) => ReceiverAnswer | "hang"): void;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answerBy: (received: Received) => ReceiverAnswer | "hang" = () => ({ status: 204 });
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      const headers = request.headers as Record<string, string>;
      const one = { headers, body, id: headers["webhook-id"] ?? "" };
      received.push(one);
      const answer = answerBy(one);
      if (answer === "hang") return;
      response.writeHead(answer.status, answer.headers ?? {});
      response.end(answer.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    answer: (by) => (answerBy = by),
    close: () => closed(server),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
