/** Every text of the platform's screens in ICU MessageFormat. */
export const TEXTS_EN = {
  "nav.environments": "Environments",

  "environments.title": "Environments",
  "environments.empty.title": "No environment yet",
  "environments.empty.detail":
    "An environment is one customer's tenant. It appears here once an export of it was imported.",
  "environments.state": "{state, select, active {Active} suspended {Suspended} other {Archived}}",
} as const;
