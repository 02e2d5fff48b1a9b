import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CONTOSO,
  FABRIKAM,
  openServedWorld,
  pathOf,
  type ServedWorld,
} from "../server/served-world.test-kit.ts";

const OWN = pathOf(CONTOSO);

let world: ServedWorld;
let review: string;
let first: string;
let snapshot: string;

beforeAll(async () => {
  world = await openServedWorld();
  const reviews = await world.reviewsOf(CONTOSO);
  [review = "", first = ""] = reviews.map(({ reviewId }) => reviewId);
  snapshot = await world.newestSnapshot(CONTOSO);
});

afterAll(async () => {
  await world.close();
});

/** What a person reads, in one line. */
async function wordsAt(path: string): Promise<string> {
  const answer = await world.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  const text = await answer.text();
  return text
    .replace(/<style>.*?<\/style>/s, " ")
    .replaceAll(/<\/(?:td|th|p|li|h\d|section)>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ");
}

test("whatever came from outside is escaped, wherever it is shown", async () => {
  for (const path of [
    "/workspaces",
    "/workspaces/north",
    OWN,
    `${OWN}/reviews/${review}`,
    `${OWN}/reviews/${first}`,
    `${OWN}/snapshots/${snapshot}`,
    "/workspaces/north/runs",
  ]) {
    const text = await (await world.get(path)).text();
    expect(text).not.toMatch(/<script|<img|<b onclick/i);
    expect(text.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i);
    expect(text).not.toMatch(/(?:href|src|action)="(?!\/|#)/i);
    // The names are there, told as text.
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  }
  const found = await (await world.get(`${OWN}/snapshots/${snapshot}`)).text();
  expect(found).toContain("broken &lt;b onclick=alert(3)&gt;.json");
  expect(found).toContain("notes &lt;img src=x&gt;.txt");
});

test("the list of environments says what was read last, and says so where there is nothing", async () => {
  const words = await wordsAt("/workspaces/north");
  expect(words).toContain(
    "3 of 4 objects read whole; 1 unreadable; 0 of 2 types covered completely",
  );
  expect(words).toMatch(/No\. 2, June 2026 ✓Current 75 % of the objects read/);
  expect(words).toMatch(/Fabrikam ✓Active none yet none yet/);
});

test("an environment lists its reviews with their lineage, and its snapshots", async () => {
  const words = await wordsAt(OWN);
  expect(words).toMatch(/No\. 2, June 2026 ✓Current replaces no\. 1/);
  expect(words).toMatch(/No\. 1, May 2026 –Replaced first of its lineage/);
  expect(words.match(/✓Sealed/g)).toHaveLength(2);
  expect(await (await world.get(OWN)).text()).toContain(
    '/workspaces/north/runs?environment=contoso"',
  );
  const fabrikam = await wordsAt(pathOf(FABRIKAM));
  const place = "--workspace north --environment fabrikam";
  expect(fabrikam).toContain(`Reviews None yet. A sealed snapshot can be reviewed`);
  expect(fabrikam).toContain(`npx platform review compose ${place}`);
  expect(fabrikam).toContain(`npx platform import ${place} --folder PATH`);
});

test("a snapshot says what was read, what was not and why, and that its hash still holds", async () => {
  const words = await wordsAt(`${OWN}/snapshots/${snapshot}`);
  expect(words).toContain("2 types: 1 no licence, 1 in part.");
  expect(words).toContain("Not everything could be read (1 unreadable).");
  expect(words).toContain("Not assessed: this tenant has no licence for it.");
  expect(words).toContain("The text is not valid JSON.");
  expect(words).toContain("2 files are no policies");
  expect(words).toContain("Not a JSON file, such as a licence, a picture or a script.");
  expect(words).toContain("All 4 objects");
  expect(words).toContain("were hashed again and have this hash");
});

describe("a review", () => {
  test("says what it is about and where it stands", async () => {
    const words = await wordsAt(`${OWN}/reviews/${review}`);
    expect(words).toContain("It is the newest review of its lineage. It replaces no. 1.");
    expect(words).toContain("Baseline None: this review states what is there");
    expect(words).toMatch(/Last confirmed 20\d\d-.*the same content was found again/);
    expect(words).toContain(
      "±Not everything assessed Nothing was expected: this review states what is there. 3 of 4 objects were read whole.",
    );
    expect(words).toContain("3 read whole · 1 unreadable · 0 incomplete · 0 ambiguous");
    expect(words).toContain("Export the named objects again and capture a new snapshot.");
    expect(words).toMatch(/read whole 3 environment snapshot items by state snapshot1:/);
  });

  test("links to its successor, its predecessor, its run and its snapshot", async () => {
    const newer = await (await world.get(`${OWN}/reviews/${review}`)).text();
    const older = await (await world.get(`${OWN}/reviews/${first}`)).text();
    expect(newer).toContain(`href="${OWN}/reviews/${first}"`);
    expect(newer).toContain(`href="${OWN}/snapshots/${snapshot}"`);
    expect(newer).toMatch(/href="\/workspaces\/north\/runs\/[0-9a-f-]{36}"/);
    expect(older).toContain(`href="${OWN}/reviews/${review}"`);
    expect(await wordsAt(`${OWN}/reviews/${first}`)).toContain("It was replaced by no. 2.");
  });

  test("tells its bar in words for those who do not see it", async () => {
    const text = await (await world.get(`${OWN}/reviews/${review}`)).text();
    expect(text).toContain(
      'aria-label="Of 4 objects: 3 read whole, 1 unreadable, 0 incomplete, 0 ambiguous."',
    );
  });

  test.for([
    ["withdrawn", "This review was withdrawn"],
    ["invalid", "This review is invalid"],
  ] as const)("that is %s is a header and a sentence", async ([status, title]) => {
    await setStatus(first, status);
    try {
      const words = await wordsAt(`${OWN}/reviews/${first}`);
      expect(words).toContain(title);
      expect(words).toContain("Its content is not shown any more.");
      expect(words).not.toContain("read whole");
      const json = await (await world.get(`/api/v1${OWN}/reviews/${first}`)).json();
      expect(json).toMatchObject({ status, document_state: "withheld", document: null });
    } finally {
      await setStatus(first, "superseded");
    }
  });

  test("whose bytes were changed cannot be trusted, and nothing of it is shown", async () => {
    const bytes = await changeDocument(Buffer.from('{"verdict":{"text":"All is well"}}'));
    try {
      const words = await wordsAt(`${OWN}/reviews/${review}`);
      expect(words).toContain("This review cannot be trusted");
      expect(words).not.toMatch(/All is well|read whole|Inventory/);
      const json = await (await world.get(`/api/v1${OWN}/reviews/${review}`)).json();
      expect(json).toMatchObject({ document_state: "untrustworthy", document: null });
    } finally {
      await changeDocument(bytes);
    }
    expect(await wordsAt(`${OWN}/reviews/${review}`)).toContain("Inventory");
  });
});

test("a snapshot that was changed after it was sealed cannot be trusted, and nothing of it is shown", async () => {
  const set = (type: string, to: string) =>
    world.platform.database.executeSql(
      "update platform.snapshot_items set content_hash = $3 || content_hash where snapshot_id = $1 and type = $2",
      [snapshot, type, to],
    );
  await set("configurationPolicies", "x");
  const words = await wordsAt(`${OWN}/snapshots/${snapshot}`);
  expect(words).toContain("This snapshot cannot be trusted");
  expect(words).toContain("It does not have this hash.");
  expect(words).not.toMatch(/Encryption|All 4 objects/);
  const json = await (await world.get(`/api/v1${OWN}/snapshots/${snapshot}`)).json();
  expect(json).toMatchObject({ intact: false, coverage: null, ignored: null });
});

async function setStatus(id: string, status: string): Promise<void> {
  const text = "update platform.reviews set status = $2 where review_id = $1";
  await world.platform.database.executeSql(text, [id, status]);
}

/** Puts other bytes under the hash of the newest review's document; answers those that were there. */
async function changeDocument(bytes: Buffer): Promise<Buffer> {
  const [newest] = await world.reviewsOf(CONTOSO);
  const key = ["north", newest?.documentHash];
  const { database } = world.platform;
  const before = await database.executeSql(
    "select bytes from platform.blobs where workspace_id = $1 and hash = $2",
    key,
  );
  await database.executeSql(
    "update platform.blobs set bytes = $3 where workspace_id = $1 and hash = $2",
    [...key, bytes],
  );
  return (before.rows[0] as { bytes: Buffer }).bytes;
}
