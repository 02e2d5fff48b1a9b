import { PlainTable } from "settled-console/app";
import { CutNote } from "../parts/cut-note.tsx";
import { ItemMark } from "../snapshots/item-mark.tsx";
import { text } from "../text.ts";
import type { ReviewDocument } from "./review-shape.ts";
import { Section } from "./section.tsx";

/** More rows than that do not help a reader. */
const ROWS_MAX = 400;

/** What there is, by type and platform, with the policies that protect nobody and the objects in doubt. */
export function InventorySection({ document }: { readonly document: ReviewDocument }) {
  const { inventory, unprotecting, doubtful } = document;
  return (
    <Section name="inventory">
      <InventoryTable lines={inventory} />
      <h3 className="mt-4 mb-1 font-semibold">{text("inventory.nobody")}</h3>
      {unprotecting.length === 0 ? (
        <p className="text-soft">{text("inventory.nobody.none")}</p>
      ) : (
        <PlainTable
          caption={text("inventory.nobody")}
          rows={unprotecting.slice(0, ROWS_MAX)}
          keyOf={({ type, policy, because }) => `${type} ${policy} ${because}`}
          columns={[
            { name: text("finding.policy"), render: ({ policy }) => policy },
            { name: text("items.type"), render: ({ label }) => label },
            {
              name: text("snapshot.why"),
              render: ({ because }) => text("inventory.because", { because }),
            },
          ]}
        />
      )}
      <CutNote shown={ROWS_MAX} total={unprotecting.length} />
      <h3 className="mt-4 mb-1 font-semibold">{text("inventory.doubt")}</h3>
      {doubtful.length === 0 ? (
        <p className="text-soft">{text("inventory.doubt.none")}</p>
      ) : (
        <PlainTable
          caption={text("inventory.doubt")}
          rows={doubtful.slice(0, ROWS_MAX)}
          keyOf={({ type, item, meaning }) => `${type} ${item} ${meaning}`}
          columns={[
            { name: text("items.object"), render: ({ item }) => item },
            { name: text("items.type"), render: ({ label }) => label },
            {
              name: text("items.state"),
              render: ({ state }) => <ItemMark state={state} />,
            },
            { name: text("coverage.meaning"), render: ({ meaning }) => meaning },
          ]}
        />
      )}
      <CutNote shown={ROWS_MAX} total={doubtful.length} />
    </Section>
  );
}

function InventoryTable({ lines }: { readonly lines: ReviewDocument["inventory"] }) {
  type Line = ReviewDocument["inventory"][number];
  const ofAssignable = (figure: (line: Line) => number) => (line: Line) =>
    line.assignable ? figure(line) : <span className="text-soft">–</span>;
  return (
    <PlainTable
      caption={text("inventory.by_type")}
      rows={lines}
      keyOf={({ type, platform }) => `${type} ${platform ?? ""}`}
      columns={[
        { name: text("items.type"), render: ({ label }) => label },
        { name: text("finding.area"), render: ({ area }) => area },
        {
          name: text("inventory.platform"),
          render: ({ platform }) =>
            platform ?? <span className="text-soft">{text("inventory.no_platform")}</span>,
        },
        {
          name: text("inventory.policies"),
          isNumber: true,
          render: ({ policies }) => policies,
        },
        {
          name: text("inventory.assigned"),
          isNumber: true,
          render: (line) =>
            line.assignable ? (
              line.assigned
            ) : (
              <span className="text-soft">{text("inventory.not_assignable")}</span>
            ),
        },
        {
          name: text("inventory.unassigned"),
          isNumber: true,
          render: ofAssignable(({ unassigned }) => unassigned),
        },
        {
          name: text("inventory.unknown"),
          isNumber: true,
          render: ofAssignable(({ assignment_unknown: unknown }) => unknown),
        },
      ]}
    />
  );
}
