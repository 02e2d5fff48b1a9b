import type { Plant } from "./plant.ts";

const CATALOGUE = "packages/console/src/messages/messages-en.ts";
const TEXTS = "apps/platform/console/src/texts-en.ts";
const MORE_TEXTS = "apps/platform/console/src/restores/restore-texts-en.ts";
const PAGE = "packages/console/src/runs/runs-page.tsx";
const OWN_PAGE = "apps/platform/console/src/environments/environments-page.tsx";

/** Breaches of how texts of the screen are kept. */
export const PLANTS_OF_TEXTS: readonly Plant[] = [
  {
    rule: "every text of a screen is used and known",
    breach: "a text that nobody asks for",
    files: [
      [CATALOGUE, 'export const MESSAGES_EN = {\n  "runs.title": "Runs",\n};\n'],
      [PAGE, "export const a = 1;\n"],
    ],
    problem: /runs\.title is asked for nowhere/,
    mended: [
      [CATALOGUE, 'export const MESSAGES_EN = {\n  "runs.title": "Runs",\n};\n'],
      [PAGE, 'export const a = message("runs.title");\n'],
    ],
  },
  {
    rule: "every text of a screen is used and known",
    breach: "a text of the platform that is asked for and is not there",
    files: [
      [OWN_PAGE, 'export const a = text("environments.title");\n'],
      [TEXTS, "export const TEXTS_EN = {};\n"],
    ],
    problem: /asks for environments\.title, which no text has/,
    mended: [
      [OWN_PAGE, "export const a = text(`environments.${what}`);\n"],
      [TEXTS, 'export const TEXTS_EN = {\n  "environments.title": "Environments",\n};\n'],
    ],
  },
  {
    rule: "every text of a screen is used and known",
    breach: "a key of two texts",
    files: [
      [MORE_TEXTS, 'export const MORE_EN = {\n  "restores.title": "Restores of {name}",\n};\n'],
      [TEXTS, 'export const TEXTS_EN = {\n  "restores.title": "Last restores",\n};\n'],
      [OWN_PAGE, 'export const a = text("restores.title");\n'],
    ],
    problem: /restores\.title stands in the catalogue twice/,
    mended: [
      [OWN_PAGE, 'export const a = [text("restores.last"), text("restores.title")];\n'],
      [TEXTS, 'export const TEXTS_EN = {\n  "restores.last": "Last restores",\n};\n'],
      [MORE_TEXTS, 'export const MORE_EN = {\n  "restores.title": "Restores of {name}",\n};\n'],
    ],
  },
  ...[
    'export const a = <h1 className="x">Operations</h1>;',
    "export const a = <p>Nothing fits {count}</p>;",
    'export const a = <img alt="The state of all runs" />;',
    'export const a = <StateFrame Icon={X} title="No run yet" />;',
    "export const a = <p>{count} runs fit</p>;",
    "export const a = <>Nothing fits</>;",
    'export const a = <img alt={"Runs"} />;',
    "export const a = <img alt={`Runs of ${name}`} />;",
    'export const a = <p>{isOpen ? "Close the list" : more}</p>;',
  ].map((text) => ({
    rule: "screens say nothing by themselves",
    breach: `a text in a component: ${text}`,
    files: [[PAGE, `${text}\n`]] as const,
    problem: /outside the catalogues/,
    mended: [[PAGE, 'export const a = <h1 className="x">{message("runs.title")}</h1>;\n']] as const,
  })),
];
