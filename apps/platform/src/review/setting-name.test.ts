import { expect, test } from "vitest";
import { reachChangeWords, reachDifferenceWords, reachWords } from "./reach-words.ts";
import { settingName } from "./setting-name.ts";
import { stateWords, valueWords } from "./value-words.ts";

const POLICY = "device_vendor_msft_policy_config_";

test.each([
  [`${POLICY}defender_allowrealtimemonitoring`, "Defender allowrealtimemonitoring"],
  [`${POLICY}a_rules/${POLICY}a_rules_blockwebshell`, "A rules blockwebshell"],
  [
    "user_vendor_msft_policy_config_word16v2~policy~l_microsoftofficeword~l_trustcenter_l_vbawarnings",
    "Word16v2: trustcenter vbawarnings (of the user)",
  ],
  ["vendor_msft_firewall_mdmstore_enablefirewall", "Firewall mdmstore enablefirewall"],
  ["com.apple.screensaver_askforpassword#2", "Screensaver askforpassword"],
  ["conditions/users/includeUsers", "Users: include users"],
  ["osMinimumVersion", "Os minimum version"],
  [`${POLICY}a_list[3]`, "A list"],
])("a setting's name is made of its path %s alone", (path, name) => {
  expect(settingName(path)).toBe(name);
});

test("two paths that differ may share a name, so a name never stands for a path", () => {
  expect(settingName("a/users/includeUsers")).toBe(settingName("b/users/includeUsers"));
});

test("a value is told without the id of its setting, and never made up", () => {
  const path = `${POLICY}defender_puaprotection`;
  expect(valueWords(`${path}_1`, path)).toBe("option 1");
  expect(valueWords(`${path}_block_all`, path)).toBe("block all");
  expect(valueWords("another_1", path)).toBe("“another_1”");
  expect(valueWords(null, path)).toBe("not set");
  expect(valueWords([], path)).toBe("an empty list");
  expect(valueWords(true, path)).toBe("true");
  expect(valueWords("(secret)", path)).toBe("“(secret)”");
  expect(valueWords(["a", "b", "c", "d", "e", "f", "g"], null)).toMatch(/“f” and 1 more$/);
});

test("a state is told in the word that an administrator knows", () => {
  expect(stateWords("enabledForReportingButNotEnforced")).toBe("report-only");
  expect(stateWords("enabled")).toBe("on");
  expect(stateWords("something new")).toBe("“something new”");
});

const GROUPS = new Map([["g1", "Pilot"]]);

test("whom a policy reaches is told by the names of groups, or by their ids where nobody knows them", () => {
  expect(reachWords(["all-devices", "exclude:g1", "include:g2"], GROUPS)).toBe(
    "all devices, the exclusion of “Pilot”, group g2",
  );
  expect(reachWords([], GROUPS)).toBe("nobody");
});

test("of two lists of who is reached only the difference is told", () => {
  const expected = ["include:g1", "include-roles:r1"];
  expect(reachDifferenceWords(expected, ["include:g1", "exclude:g2"], GROUPS)).toBe(
    "missing roles r1; in addition the exclusion of group g2",
  );
  expect(reachDifferenceWords(expected, [], GROUPS)).toBe(
    "expected “Pilot”, roles r1; found nobody",
  );
  const guests = 'include-guests-or-external-users:{"guestOrExternalUserTypes":"a,b","x":{}}';
  expect(reachChangeWords(["include:g1"], ["include:g1", guests], GROUPS)).toBe(
    "newly guests or external users (a, b)",
  );
});

test("a setting whose id begins with the vendor alone is named without it", () => {
  expect(settingName("vendor_msft_firewall_mdmstore_domainprofile_enablefirewall")).toBe(
    settingName("device_vendor_msft_firewall_mdmstore_domainprofile_enablefirewall"),
  );
});
