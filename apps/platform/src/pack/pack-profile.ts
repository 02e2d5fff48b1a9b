/** For whom a pack is made; each profile is a pack of its own. */
export const PACK_PROFILES = ["executive", "customer", "technical-auditor"] as const;
export type PackProfile = (typeof PACK_PROFILES)[number];

const LABELS: Readonly<Record<PackProfile, string>> = {
  executive: "Executive pack",
  customer: "Customer pack",
  "technical-auditor": "Technical auditor pack",
};

export function profileLabel(profile: PackProfile): string {
  return LABELS[profile];
}

/** The profiles that were asked for, each once and in the order of the list, so that equal requests are equal. */
export function inProfileOrder(profiles: readonly PackProfile[]): readonly PackProfile[] {
  return PACK_PROFILES.filter((profile) => profiles.includes(profile));
}
