import { connect, createServer, type Socket } from "node:net";

const COMMIT = Buffer.from("commit\u0000");

/** Stands between a client and PostgreSQL, and cuts or freezes the lines that go through it. */
export interface CuttingProxy {
  readonly url: string;
  /** `before`: the server never hears of it. `after`: the server did it, and its answer is lost. */
  cutNextCommit(when: "before" | "after"): void;
  /** The lines that stand stay open and pass nothing any more; new ones are as good as ever. */
  freezeLines(): void;
  /** How many lines were cut so far. */
  cuts(): number;
  close(): Promise<void>;
}

export async function openCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const lines = new Set<Socket>();
  const frozen = new WeakSet<Socket>();
  let armed: "before" | "after" | null = null;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const cut = (): void => {
      client.destroy();
      upstream.destroy();
      lines.delete(client);
    };
    lines.add(client);
    const isFrozen = (): boolean => frozen.has(client);
    for (const end of [client, upstream]) end.on("error", cut).on("close", cut);
    client.on("data", (chunk) => {
      if (isFrozen()) return undefined;
      const when = chunk.includes(COMMIT) ? armed : null;
      if (when === null) return upstream.write(chunk);
      armed = null;
      cuts += 1;
      if (when === "before") return cut();
      upstream.removeAllListeners("data").once("data", cut);
      return upstream.write(chunk);
    });
    upstream.on("data", (chunk) => isFrozen() || client.write(chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    cutNextCommit: (when) => void (armed = when),
    freezeLines: () => lines.forEach((line) => frozen.add(line)),
    cuts: () => cuts,
    async close() {
      for (const line of lines) line.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
