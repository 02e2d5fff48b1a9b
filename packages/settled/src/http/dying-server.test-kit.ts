// A server that is killed while it answers its first start: started as a process of its own by a test.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { createSettled } from "../create-settled.ts";
import type { KeyedAnswers } from "../ports/keyed-answers.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import { HOST, IDLE_ENGINE, MARIA, members, reviewOperations } from "./http.test-kit.ts";

const { DYING_SERVER_DATABASE: connectionString = "", DYING_SERVER_DIES: dies = "" } = process.env;

const settled = createSettled({
  postgres: { connectionString },
  engine: IDLE_ENGINE,
  operations: reviewOperations(new Map()),
});

/** SIGKILL is not caught and cleans nothing up; the promise keeps whoever waits from going on before it arrives. */
function die(): Promise<never> {
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => undefined);
}

const answers: KeyedAnswers = {
  async answerOnce(request, work) {
    const answer = await settled.answers.answerOnce(request, async (on) => {
      const done = await work(on);
      return dies === "before the commit" ? die() : done;
    });
    return dies === "behind the commit" ? die() : answer;
  },
};

const handle = createHttpHandler({
  settled: { ...settled, answers },
  resolveActor: () => Promise.resolve(MARIA),
  policy: members(),
});

const server = createServer((incoming, outgoing) => {
  void (async () => {
    const { method = "GET", url = "/", headers } = incoming;
    const body = await text(incoming);
    const head = Object.entries(headers).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    );
    const answer = await handle(new Request(`${HOST}${url}`, { method, headers: head, body }));
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(await answer.text());
  })();
});
server.listen(0, "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});
