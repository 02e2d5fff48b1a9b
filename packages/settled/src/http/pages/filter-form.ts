import { html, raw } from "hono/html";
import { operationLabelOf } from "../../present/present-run.ts";
import { OUTCOME_LABELS, STATUS_LABELS } from "../../present/position-label.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import type { Html } from "../answer.ts";
import type { Desk } from "../exchange.ts";
import { RUN_QUERY } from "../run-query.ts";

/** What the form itself offers. Other parameters of the address are kept, but for the place in the list. */
const OFFERED = ["outcome", "status", "type", "environment"];
const LEFT_BEHIND = ["cursor", ...OFFERED];

export function filterForm(desk: Desk, workspaceId: WorkspaceId, query: URLSearchParams): Html {
  const kept = Object.keys(RUN_QUERY.shape).filter(
    (name) => !LEFT_BEHIND.includes(name) && (query.get(name) ?? "") !== "",
  );
  const page = desk.addresses.runsPage(workspaceId);
  return html`<form class="filters" method="get" action="${page}">
    ${select("outcome", "Outcome", labelsOf(OUTCOME_LABELS), query)}
    ${select("status", "Status", labelsOf(STATUS_LABELS), query)}
    ${select("type", "Operation", operationsOf(desk), query)}
    <label
      >Environment
      <input
        name="environment"
        value="${query.get("environment") ?? ""}"
        placeholder="any"
        maxlength="1000"
    /></label>
    ${kept.map(
      (name) => html`<input type="hidden" name="${name}" value="${query.get(name) ?? ""}" />`,
    )}
    <button>Show</button>
    ${isFiltered(query) ? html`<a href="${page}">Clear</a>` : ""}
  </form>`;
}

/** Whether the address narrows the list. */
export function isFiltered(query: URLSearchParams): boolean {
  const places = ["cursor", "limit"];
  return [...query].some(([name, text]) => text !== "" && !places.includes(name));
}

type Choice = readonly [value: string, label: string];

function select(
  name: string,
  label: string,
  choices: readonly Choice[],
  query: URLSearchParams,
): Html {
  const chosen = query.get(name) ?? "";
  const isOffered = chosen === "" || choices.some(([value]) => value === chosen);
  // A link may ask for what the form does not offer, such as two outcomes at once: it stays chosen.
  const offered: readonly Choice[] = isOffered ? choices : [...choices, [chosen, chosen]];
  return html`<label
    >${label}
    <select name="${name}">
      <option value="">any</option>
      ${offered.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === chosen ? raw("selected") : ""}>
            ${text}
          </option>`,
      )}
    </select></label
  >`;
}

function labelsOf(labels: Readonly<Record<string, { readonly label: string }>>): Choice[] {
  return Object.entries(labels).map(([value, { label }]) => [value, label]);
}

function operationsOf({ settled }: Desk): Choice[] {
  return settled.catalog.operations.map((operation) => [
    operation.type,
    operationLabelOf(operation),
  ]);
}
