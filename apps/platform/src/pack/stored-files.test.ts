import { afterAll, beforeAll, expect, test } from "vitest";
import { putBlobs } from "../store/blob.ts";
import { openPackWorld, type PackWorld } from "./pack-world.test-kit.ts";
import { areFilesIntact, asBlob, asStoredFile, filesHash, readStoredFile } from "./stored-files.ts";

let world: PackWorld;

beforeAll(async () => {
  world = await openPackWorld();
});

afterAll(async () => {
  await world.close();
});

test("a file of which one byte was changed is not given out, although it is as long as before", async () => {
  const { database } = world.platform;
  const { workspaceId } = await world.newReview();
  const file = { path: "a.csv", mediaType: "text/csv", bytes: Buffer.from("one,two\r\n") };
  const [stored, blob] = [asStoredFile(file), asBlob(file)];
  const pack = { filesHash: filesHash([stored]), files: [stored] };
  await putBlobs(database, workspaceId, [blob]);
  expect(await readStoredFile(database, workspaceId, stored)).toEqual(file.bytes);
  expect(await areFilesIntact(database, workspaceId, pack)).toBe(true);
  const flip =
    "update platform.blobs set bytes = overlay(bytes placing '\\x00' from 1 for 1) where workspace_id = $1 and hash = $2";
  await database.executeSql(flip, [workspaceId, blob.hash]);
  expect(await readStoredFile(database, workspaceId, stored)).toBeNull();
  expect(await areFilesIntact(database, workspaceId, pack)).toBe(false);
});

test("a list of files that is not the one of the pack is not whole, though each file is there", async () => {
  const { database } = world.platform;
  const { workspaceId } = await world.newReview();
  const files = ["one", "two"].map((name) => {
    return { path: `${name}.csv`, mediaType: "text/csv", bytes: Buffer.from(name) };
  });
  await putBlobs(database, workspaceId, files.map(asBlob));
  const stored = files.map(asStoredFile);
  const pack = { filesHash: filesHash(stored), files: stored };
  expect(await areFilesIntact(database, workspaceId, pack)).toBe(true);
  const fewer = { ...pack, files: stored.slice(1) };
  expect(await areFilesIntact(database, workspaceId, fewer)).toBe(false);
});
