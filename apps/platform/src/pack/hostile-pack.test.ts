import { describe, expect, test } from "vitest";
import { PACK_PROFILES } from "./pack-profile.ts";
import { zipEntryNames } from "./read-zip.test-kit.ts";
import { renderPack } from "./render-pack.ts";
import { fixtureInput } from "./review-fixture.test-kit.ts";

const MARKUP = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(2)>`,
  "</td></table><svg onload=alert(3)>",
  "<style>*{display:none}</style>",
  `' onmouseover='alert(4)`,
  "<!--",
  "]]><iframe src=javascript:alert(5)>",
  "&lt;script&gt;",
  "${alert(6)}",
];
const PATHS = [
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "/absolute",
  "C:\\boot.ini",
  "name\u0000.pdf",
  "CON",
  "PROGRA~1",
  "x".repeat(300),
  "\u202Efdp.exe",
  "a/b/c",
  "\\\\server\\share",
];
const ACTIONS = [
  ")/JS(app.alert(1))/S/JavaScript",
  ">>/AA<</O<</S/JavaScript/JS(1)>>>>",
  "endobj 1 0 obj<</Type/Catalog/OpenAction 2 0 R>>",
  "endstream",
  ") Tj /URI(https://x.example)",
  "\\) /JS (1)",
];
const ALLOWED_TAGS = new Set(
  "a b body caption div doctype footer h1 h2 head header html li main meta p rect small strong style svg table tbody td th thead title tr ul".split(
    " ",
  ),
);

const naming = (names: readonly string[]) => ({
  findings: names.length * 2,
  name: (number: number) => names[number % names.length] ?? "",
});

async function fileOf(
  profile: (typeof PACK_PROFILES)[number],
  names: readonly string[],
  end: string,
) {
  const files = await renderPack(fixtureInput(profile, naming(names)));
  const file = files.find(({ path }) => path.endsWith(end));
  if (file === undefined) throw new Error(`There is no ${end}.`);
  return file.bytes;
}

describe("a pack of a tenant that means harm", () => {
  test.each(["executive", "customer"] as const)(
    "shows names as text in the HTML for the %s",
    async (profile) => {
      const text = (await fileOf(profile, MARKUP, ".html")).toString("utf8");
      const tags = [...text.matchAll(/<[!/]?([a-z][a-z0-9]*)/gi)].map(([, tag = ""]) =>
        tag.toLowerCase(),
      );
      expect(tags.filter((tag) => !ALLOWED_TAGS.has(tag))).toEqual([]);
      expect(text).not.toMatch(/<[^>]*\son\w+\s*=/i);
      expect(text.match(/<style>/g)).toHaveLength(1);
      expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
      expect(text).toMatch(
        /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/,
      );
      expect(text).not.toMatch(/<[^>]*\s(?:src|href)\s*=/);
    },
  );

  test.each(PACK_PROFILES)("names no file of the %s pack", async (profile) => {
    const files = await renderPack(fixtureInput(profile, naming(PATHS)));
    const zip = files.at(-1);
    const names = [
      ...files.map(({ path }) => path),
      ...zipEntryNames(zip?.bytes ?? Buffer.alloc(0)),
    ];
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]*(?:\.[a-z]+)?$/);
  });

  test("puts no action into the PDF", async () => {
    const bytes = await fileOf("executive", ACTIONS, ".pdf");
    const objects = bytes
      .toString("latin1")
      .replaceAll(/\bstream\r?\n[^]*?\nendstream\b/g, "")
      .replaceAll(/\((?:\\[^]|[^\\()])*\)/g, "()");
    expect(objects).toContain("/StructTreeRoot");
    expect(objects).not.toMatch(
      /\/(?:JS|JavaScript|AA|OpenAction|URI|Launch|SubmitForm|EmbeddedFile)\b/,
    );
    expect(objects).not.toContain("x.example");
  });

  test.each(PACK_PROFILES)("hides what looks like a secret in the %s pack", async (profile) => {
    const secrets = ["password=hunter2-hunter2", "Bearer abcdefghijklmnop", "AKIAABCDEFGHIJKLMNOP"];
    const files = await renderPack(fixtureInput(profile, naming(secrets)));
    for (const { path, bytes } of files.filter(({ path }) => !/pdf|zip/.test(path))) {
      expect([path, bytes.toString("utf8")]).not.toEqual([
        path,
        expect.stringMatching(/hunter2|abcdefghijklmnop|AKIAABCD/),
      ]);
    }
  });

  test("tells the customer nothing that is a note between the people who look after the tenant", async () => {
    const html = (await fileOf("customer", ["Firewall"], ".html")).toString("utf8");
    expect(html).not.toMatch(/INTERNAL-NOTE|Maria Keller|vendor_msft|finding1:/i);
    expect(html).toContain("Real-time monitoring");
    const internal = (await fileOf("executive", ["Firewall"], ".html")).toString("utf8");
    expect(internal).toContain("INTERNAL-NOTE");
  });
});
