import { Card } from "settled-console/app";
import { Notice } from "../parts/notice.tsx";
import { text } from "../text.ts";
import { ItemName } from "./item-name.tsx";
import { groupPlan, unresolvedIn } from "./plan-groups.ts";
import type { PlanItem, ShownPlan } from "./restore-shape.ts";

/** What a restore would write now, item by item, what it would leave alone, and why. */
export function PlanCard({ plan }: { readonly plan: ShownPlan }) {
  const { written, hindered, asWanted } = groupPlan(plan.items);
  const unresolved = unresolvedIn(plan.items);
  return (
    <div className="flex flex-col gap-3">
      <PlanCounts plan={plan} />
      <Notice
        look={plan.identity === "proven" ? "plain" : "bad"}
        title={text(`restores.identity.${plan.identity}`)}
      >
        <p>{text(`restores.identity.${plan.identity}.detail`)}</p>
      </Notice>
      {unresolved.length === 0 ? null : (
        <Card title={text("restores.unresolved")}>
          <p className="text-small text-soft">{text("restores.unresolved.detail")}</p>
          <ul className="divide-y divide-line">
            {unresolved.map(({ why, detail, items }) => (
              <li
                key={`${why} ${detail}`}
                className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_8rem]"
              >
                <code className="font-mono text-small break-all">{detail}</code>
                <span>{why}</span>
                <span className="text-small text-soft sm:text-right">
                  {text("restores.unresolved.items", { count: items })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <PlanList
        title={text("restores.plan.written", { count: written.length })}
        items={written}
        isOpen
      />
      <PlanList
        title={text("restores.plan.hindered", { count: hindered.length })}
        items={hindered}
        isOpen
      />
      <PlanList
        title={text("restores.plan.as_wanted", { count: asWanted.length })}
        items={asWanted}
        isOpen={false}
      />
      <p className="text-soft">{text("restores.plan.deletes_nothing")}</p>
    </div>
  );
}

function PlanCounts({ plan }: { readonly plan: ShownPlan }) {
  const counts = [
    ["written", plan.summary.would_write, "text-accent"],
    ["hindered", plan.summary.not_attempted, "text-care"],
    ["as_wanted", plan.summary.as_wanted_already, "text-good"],
  ] as const;
  return (
    <dl className="grid grid-cols-3 gap-2 sm:gap-3">
      {counts.map(([name, count, tone]) => (
        <div
          key={name}
          className="flex flex-col-reverse rounded-lg border border-line bg-card px-2 py-2.5 sm:px-4"
        >
          <dt className="text-small text-soft">{text(`restores.count.${name}`)}</dt>
          <dd
            className={`text-title font-semibold tabular-nums ${count === 0 ? "text-soft" : tone}`}
          >
            {count}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function PlanList({
  title,
  items,
  isOpen,
}: {
  readonly title: string;
  readonly items: readonly PlanItem[];
  readonly isOpen: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <details open={isOpen} className="rounded-lg border border-line bg-card px-4 py-3">
      <summary className="cursor-pointer font-semibold">{title}</summary>
      <ul className="mt-1 divide-y divide-line">
        {items.map((item) => (
          <li
            key={item.no}
            className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[2rem_minmax(0,1fr)_7rem_minmax(0,1fr)]"
          >
            <span className="hidden text-soft tabular-nums sm:inline">{item.no}</span>
            <ItemName item={item} />
            <span className="font-semibold">
              {text("restores.action", { action: item.action })}
            </span>
            <span className="text-small">
              {whyWords(item)}
              {item.depends_on.length === 0 ? null : (
                <span className="block text-soft">
                  {text("restores.plan.after", { items: item.depends_on.join(", ") })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function whyWords({ why, detail }: PlanItem): string {
  const words = `${why.charAt(0).toUpperCase()}${why.slice(1)}`;
  return detail === null ? words : `${words}: ${detail}`;
}
