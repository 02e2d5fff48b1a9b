// The process whose memory is measured: the handler of the library on Node's own server, as the platform mounts it.
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createHttpHandler } from "../../packages/settled/src/http/create-http-handler.ts";
import { benchSettled } from "./bench-settled.ts";

const [, , url = ""] = process.argv;
const settled = benchSettled(url);
const closing = new AbortController();
const handler = createHttpHandler({
  settled,
  closing: closing.signal,
  streamsMax: 10_000,
  policy: { check: () => Promise.resolve({ kind: "allowed" }) },
  async resolveActor(request) {
    const name = request.headers.get("authorization")?.slice("Bearer ".length);
    return name === undefined ? null : { kind: "user", id: name, name };
  },
});
const listener = getRequestListener(handler, { overrideGlobalObjects: false });
const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));

const rssMb = () => {
  (globalThis as { gc?: () => void }).gc?.();
  return Math.round(process.memoryUsage.rss() / 1_048_576);
};

server.listen(0, "127.0.0.1", 2_048, () => {
  const address = server.address();
  const startMb = rssMb();
  let peakMb = startMb;
  setInterval(() => {
    peakMb = Math.max(peakMb, Math.round(process.memoryUsage.rss() / 1_048_576));
  }, 200).unref();
  const cpuBefore = process.cpuUsage();
  process.on("message", () => {
    const { user, system } = process.cpuUsage(cpuBefore);
    closing.abort();
    server.close();
    setTimeout(() => {
      const memory = { startMb, peakMb, endMb: rssMb(), cpuS: (user + system) / 1_000_000 };
      process.send?.(memory, () => {
        server.closeAllConnections();
        void settled.close().then(() => process.exit(0));
      });
    }, 2_000);
  });
  process.send?.({ port: typeof address === "object" ? address?.port : 0 });
});
