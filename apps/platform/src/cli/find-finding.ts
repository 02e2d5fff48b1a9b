import type { DriftFinding } from "../drift/drift-finding.ts";
import { EXIT } from "./exit-code.ts";
import { SHORT_KEY_CHARACTERS } from "./findings-answer.ts";
import { CommandFault } from "./terminal.ts";

const KEY_CHARACTERS_MIN = 8;

/** The one finding whose key begins so; ends the command where none does, or several. */
export function findByKey(findings: readonly DriftFinding[], key: string): DriftFinding {
  const hex = key.replace(/^finding1:/, "");
  if (hex.length < KEY_CHARACTERS_MIN) {
    throw new CommandFault(
      `Give at least ${KEY_CHARACTERS_MIN} characters of the key; the list shows ${SHORT_KEY_CHARACTERS}.`,
      EXIT.usage,
    );
  }
  const meant = findings.filter((one) => one.finding_key.startsWith(`finding1:${hex}`));
  const [finding] = meant;
  if (meant.length > 1) {
    throw new CommandFault(`Several findings begin with ${key}. Give more of the key.`, EXIT.usage);
  }
  if (finding !== undefined) return finding;
  throw new CommandFault(
    `There is no finding ${key} now. See: platform findings list, with the same baseline.`,
    EXIT.notFound,
  );
}
