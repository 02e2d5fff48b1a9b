import { createServer } from "node:net";
import { errorCodeOf } from "./folder-error.ts";

/** A port that was free a moment ago. Somebody may take it before we do; the caller tries again then. */
export async function findFreePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) {
    throw new Error("the operating system gave no free port");
  }
  return port;
}

export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      const taken = ["EADDRINUSE", "EACCES"].includes(errorCodeOf(error));
      return taken ? resolve(undefined) : reject(error);
    });
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}
