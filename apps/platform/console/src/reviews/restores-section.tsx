import type { RestoreLine } from "../../../src/review/later-answers.ts";
import { Link, PlainTable, TimeAgo } from "settled-console/app";
import { runPath } from "../environments/places.ts";
import { text } from "../text.ts";
import { Section } from "./section.tsx";

/** The restores that touched the environment, newest first; also those after the review. */
export function RestoresSection({
  workspace,
  restores,
}: {
  readonly workspace: string;
  readonly restores: readonly RestoreLine[];
}) {
  return (
    <Section name="restores">
      {restores.length === 0 ? (
        <p className="text-soft">{text("review.no_restores")}</p>
      ) : (
        <PlainTable
          caption={text("review.section.restores")}
          rows={restores}
          keyOf={({ run_id }) => run_id}
          columns={[
            {
              name: text("review.restore.when"),
              render: ({ run_id, started_at }) => (
                <Link to={runPath(workspace, run_id)}>
                  <TimeAgo at={started_at} />
                </Link>
              ),
            },
            {
              name: text("review.restore.what"),
              render: ({ title, sentence }) => (
                <>
                  <b>{title}.</b> {sentence}
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
