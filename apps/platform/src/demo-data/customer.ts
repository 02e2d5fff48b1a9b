import type { ChangeKind } from "./change.ts";

/** How well a tenant is looked after; every share is between 0 and 1. */
export interface Maturity {
  readonly label: "starting" | "growing" | "mature";
  /** How often a setting has its strict value. */
  readonly strictShare: number;
  readonly assignedShare: number;
  readonly accessEnabledShare: number;
  /** How often a name leaves the naming rule ("Copy of ...", "test"). */
  readonly untidyNameShare: number;
  /** Drift operations a month for every 100 policies, least and most. */
  readonly driftPerHundred: readonly [number, number];
  /** How often each kind of drift comes up, relative to the others. */
  readonly driftWeights: Readonly<Record<ChangeKind, number>>;
}

/** One customer of the provider: the tenant that is generated. */
export interface Customer {
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  readonly maturity: Maturity;
  /** Policies in its first month, as a share of what the caller asks for. */
  readonly policiesShare: number;
}

const MATURE: Maturity = {
  label: "mature",
  strictShare: 0.94,
  assignedShare: 0.97,
  accessEnabledShare: 0.88,
  untidyNameShare: 0.01,
  driftPerHundred: [3, 7],
  driftWeights: {
    setting_changed: 5,
    setting_missing: 1,
    setting_extra: 2,
    missing_policy: 1,
    extra_policy: 2,
    renamed: 2,
    recreated: 1,
    touched: 6,
    assignment_changed: 2,
    state_changed: 1,
  },
};

// Many new policies and rollouts from report-only to enforced: a tenant in the middle of a project.
const GROWING: Maturity = {
  ...MATURE,
  label: "growing",
  strictShare: 0.82,
  assignedShare: 0.86,
  accessEnabledShare: 0.6,
  untidyNameShare: 0.06,
  driftPerHundred: [6, 12],
  driftWeights: { ...MATURE.driftWeights, extra_policy: 5, state_changed: 3, setting_changed: 7 },
};

// Changed by hand by whoever is there that day: things vanish, weaken and come back under a new id.
const STARTING: Maturity = {
  ...MATURE,
  label: "starting",
  strictShare: 0.62,
  assignedShare: 0.7,
  accessEnabledShare: 0.36,
  untidyNameShare: 0.22,
  driftPerHundred: [8, 18],
  driftWeights: { ...MATURE.driftWeights, setting_missing: 4, missing_policy: 3, recreated: 3 },
};

/** The three customers of the demo. They are fixed, so that links to them outlive a change of the seed. */
export const DEMO_CUSTOMERS: readonly Customer[] = [
  {
    slug: "brackwater-logistics",
    name: "Brackwater Logistics",
    domain: "brackwater.example",
    maturity: MATURE,
    policiesShare: 1,
  },
  {
    slug: "linden-hale-architects",
    name: "Linden & Hale Architects",
    domain: "lindenhale.example",
    maturity: GROWING,
    policiesShare: 0.7,
  },
  {
    slug: "pinewood-schools",
    name: "Pinewood Schools Trust",
    domain: "pinewoodschools.example",
    maturity: STARTING,
    policiesShare: 0.4,
  },
];
