import { expect, test } from "vitest";
import { reachWords } from "./reach-words.ts";
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

test("whom a policy reaches is told by the names of groups, or by their ids where nobody knows them", () => {
  const groups = new Map([["g1", "Pilot"]]);
  expect(reachWords(["all-devices", "exclude:g1", "include:g2"], groups)).toBe(
    "all devices, not “Pilot”, group g2",
  );
  expect(reachWords([], groups)).toBe("nobody");
});
