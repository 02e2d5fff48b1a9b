import { describe, expect, test } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { readEndpointUrl } from "./read-endpoint-url.ts";

const RULES = { allowPrivate: false, ports: [443, 8443] };

/** Ways to say "this machine" or "the network behind it", and addresses that no message may go to. */
const REFUSED = [
  "https://127.0.0.1/",
  "https://127.0.0.1:443/",
  "https://127.1/",
  "https://127.0.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0x7f.0.0.1/",
  "https://0x7f.1/",
  "https://0177.0.0.1/",
  "https://0177.0.0.01/",
  "https://017700000001/",
  "https://127.0.0.1./",
  "https://127.255.255.254/",
  "https://①②⑦.⓪.⓪.①/",
  "https://127。0。0。1/",
  "https://0/",
  "https://0.0.0.0/",
  "https://0.1.2.3/",
  "https://10.0.0.1/",
  "https://10.255.255.255/",
  "https://0xa000001/",
  "https://167772161/",
  "https://012.0.0.1/",
  "https://100.64.0.1/",
  "https://100.127.255.255/",
  "https://169.254.169.254/latest/meta-data/",
  "https://2852039166/",
  "https://0xA9FEA9FE/",
  "https://0251.0376.0251.0376/",
  "https://172.16.0.1/",
  "https://172.31.255.255/",
  "https://192.0.0.192/",
  "https://192.0.2.1/",
  "https://192.88.99.1/",
  "https://192.168.0.1/",
  "https://192.168.1/",
  "https://3232235521/",
  "https://198.18.0.1/",
  "https://198.51.100.7/",
  "https://203.0.113.7/",
  "https://224.0.0.1/",
  "https://239.255.255.250/",
  "https://240.0.0.1/",
  "https://255.255.255.255/",
  "https://[::]/",
  "https://[::1]/",
  "https://[0:0:0:0:0:0:0:1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/",
  "https://[::ffff:0:127.0.0.1]/",
  "https://[::127.0.0.1]/",
  "https://[::ffff:169.254.169.254]/",
  "https://[::ffff:8.8.8.8]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[64:ff9b:1::a00:1]/",
  "https://[100::1]/",
  "https://[2001::1]/",
  "https://[2001:db8::1]/",
  "https://[2002:7f00:1::]/",
  "https://[2002:a00:1::1]/",
  "https://[3fff::1]/",
  "https://[5f00::1]/",
  "https://[fc00::1]/",
  "https://[fd12:3456::1]/",
  "https://[fe80::1]/",
  "https://[fe80::1%25eth0]/",
  "https://[fec0::1]/",
  "https://[ff02::1]/",
  "https://localhost/",
  "https://LOCALHOST/",
  "https://localhost./",
  "https://localhost.localdomain/",
  "https://ｌｏｃａｌｈｏｓｔ/",
  "https://api.localhost/",
  "https://intranet/",
  "https://db/",
  "https://printer.local/",
  "https://printer.local./",
  "https://metadata.google.internal/",
  "https://vault.corp/",
  "https://nas.home.arpa/",
  "https://nas.lan/",
  "http://example.com/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "gopher://example.com/_x",
  "javascript:alert(1)",
  "data:text/plain,x",
  "unix:/var/run/docker.sock",
  "https://user:secret@example.com/",
  "https://user@example.com/",
  "https://example.com@127.0.0.1/",
  "https://:@127.0.0.1/",
  "https://example.com:22/",
  "https://example.com:25/",
  "https://example.com:80/",
  "https://example.com:6379/",
  "https://example.com:65536/",
  "https://example.com/#part",
  "https://exa mple.com/",
  "https://example.com/\r\nHost: internal",
  "https://example.com\\@127.0.0.1/",
  "\\\\127.0.0.1\\share",
  "//127.0.0.1/",
  "https:///",
  "https://",
  "",
  "example.com",
  "https://example.com/\u0000",
  `https://example.com/${"a".repeat(2_048)}`,
];

describe("an address that leads inside, or nowhere, is refused in words", () => {
  test.each(REFUSED)("%j", (text) => {
    const read = readEndpointUrl(text, RULES);
    expect(read).toEqual({ kind: "refused", words: expect.stringMatching(/\.$/) });
  });
});

test.each([
  ["https://example.com/hooks?a=b", "https://example.com/hooks?a=b"],
  ["https://EXAMPLE.com:443", "https://example.com/"],
  ["https://example.com:8443/x", "https://example.com:8443/x"],
  ["https://8.8.8.8/", "https://8.8.8.8/"],
  ["https://172.32.0.1/", "https://172.32.0.1/"],
  ["https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"],
  ["https://bücher.example/", "https://xn--bcher-kva.example/"],
  ["https://localhost.example.com/", "https://localhost.example.com/"],
])("a public address is taken: %s", (text, href) => {
  const read = readEndpointUrl(text, RULES);
  expect(read.kind === "read" ? read.url.href : read).toBe(href);
});

test("where private networks are allowed, so are plain http and any port; other schemes are not", () => {
  const rules = { ...RULES, allowPrivate: true };
  expect(readEndpointUrl("http://127.0.0.1:4050/x", rules).kind).toBe("read");
  expect(readEndpointUrl("https://intranet:9/x", rules).kind).toBe("read");
  for (const text of ["ftp://127.0.0.1/", "http://user@127.0.0.1/", "http://127.0.0.1/#x"]) {
    expect(readEndpointUrl(text, rules).kind).toBe("refused");
  }
});

test("what is no address is not public", () => {
  expect(["", "example.com", "1.2.3", "::g", "1.1.1.1"].map(isPublicAddress)).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});
