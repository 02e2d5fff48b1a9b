import { momentIn, monthAfter } from "./month.ts";
import type { Month } from "./month.ts";
import type { Random } from "./random.ts";

export type LocationPurpose = "office" | "countries";

/** A place that conditional access can leave out. */
export type NamedLocation = {
  readonly id: string;
  readonly name: string;
  readonly purpose: LocationPurpose;
  readonly createdAt: string;
} & (
  | { readonly kind: "ranges"; readonly ranges: readonly string[] }
  | { readonly kind: "countries"; readonly countries: readonly string[] }
);

// Address ranges that RFC 5737 reserves for documentation: they belong to nobody.
const OFFICE_RANGES = ["203.0.113.0/28", "203.0.113.64/27", "198.51.100.8/29"];
const COUNTRIES = ["NL", "BE", "DE", "DK", "SE", "PT", "GB", "FR", "AT", "FI"];

export function growLocations(start: Month, random: Random): readonly NamedLocation[] {
  const head = (name: string) => {
    const own = random.fork(`location:${name}`);
    return { id: own.guid(), name, createdAt: momentIn(monthAfter(start, -14), own) };
  };
  return [
    {
      ...head("Location - Offices"),
      kind: "ranges",
      purpose: "office",
      ranges: random.sample(OFFICE_RANGES, random.integer(1, OFFICE_RANGES.length)),
    },
    {
      ...head("Location - Countries we work in"),
      kind: "countries",
      purpose: "countries",
      countries: [...random.sample(COUNTRIES, random.integer(3, 7))].sort(),
    },
  ];
}
