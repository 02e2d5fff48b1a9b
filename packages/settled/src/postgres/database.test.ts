import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { unheardDuring } from "./unheard-during.test-kit.ts";
import { connectDatabase } from "./database.ts";

const AUTHENTICATED = Buffer.from("R\0\0\0\x08\0\0\0\0");
const READY = Buffer.from("Z\0\0\0\x05I");

let server: Server | undefined;
afterEach(() => void server?.close());

test("a connection that is cut in the moment in which it opens fails the work and not the process", async () => {
  server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end(Buffer.concat([AUTHENTICATED, READY, cut()])));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const database = connectDatabase({ connectionString: `postgres://nobody@127.0.0.1:${port}/x` });
  const unheard = await unheardDuring(async () => {
    await expect(database.transaction(async (tx) => tx.executeSql("select 1"))).rejects.toThrow(
      /./,
    );
  });
  await database.close();
  expect(unheard).toEqual([]);
});

/** What PostgreSQL says to a connection of which an administrator wants an end, in the same breath. */
function cut(): Buffer {
  const fields = ["SFATAL", "C57P01", "Mterminating connection due to administrator command"];
  const body = Buffer.from(`${fields.join("\0")}\0\0`);
  const head = Buffer.from("E....");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
