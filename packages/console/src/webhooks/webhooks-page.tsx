import { Link } from "@tanstack/react-router";
import { Plus, Unplug, Webhook } from "lucide-react";
import { useState } from "react";
import type { WebhookJson } from "settled/http";
import { NeedingButton } from "../access/needing-button.tsx";
import { useCapabilities } from "../access/use-capabilities.ts";
import { problemIn } from "../api/api-problem.ts";
import { usePathPart } from "../app/use-path-part.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { type PlainColumn, PlainTable } from "../parts/plain-table.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";
import { NewWebhook } from "./new-webhook.tsx";
import { useWebhooks } from "./use-webhooks.ts";
import { WebhookMark } from "./webhook-mark.tsx";
import { EVENT_TYPES } from "./webhook-words.ts";

/** Who is told of runs, and whether that arrives. */
export function WebhooksPage() {
  const workspace = usePathPart("workspace");
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <PageHead title={message("webhooks.title")} detail={message("webhooks.detail")}>
        <NeedingButton
          workspace={workspace}
          capability="webhooks.manage"
          look="main"
          onClick={() => setMaking(true)}
        >
          <Plus aria-hidden="true" size={14} />
          {message("webhooks.new")}
        </NeedingButton>
      </PageHead>
      <WebhookList workspace={workspace} />
      <NewWebhook workspace={workspace} isOpen={isMaking} onClose={() => setMaking(false)} />
    </>
  );
}

function WebhookList({ workspace }: { readonly workspace: string }) {
  const found = useWebhooks(workspace);
  const mayManage = useCapabilities(workspace).has("webhooks.manage");
  if (found.isPending) return <LoadingState rows={3} />;
  if (found.isError) {
    // A host without webhooks has no such address at all.
    return problemIn(found.error).status === 404 && mayManage ? (
      <StateFrame
        Icon={Unplug}
        title={message("webhooks.off.title")}
        detail={message("webhooks.off.detail")}
      />
    ) : (
      <ProblemState error={found.error} onRetry={() => void found.refetch()} />
    );
  }
  return found.data.length === 0 ? (
    <StateFrame
      Icon={Webhook}
      title={message("webhooks.empty.title")}
      detail={message("webhooks.empty.detail")}
    />
  ) : (
    <PlainTable
      look="free"
      caption={message("webhooks.title")}
      columns={columnsOf(workspace)}
      rows={found.data}
      keyOf={({ id }) => id}
    />
  );
}

function columnsOf(workspace: string): readonly PlainColumn<WebhookJson>[] {
  return [
    {
      name: message("webhooks.url"),
      isRowName: true,
      render: ({ id, url, description }) => (
        <>
          <Link to={`/workspaces/${workspace}/webhooks/${id}`} className="break-all">
            {url}
          </Link>
          {description === "" ? null : <p className="text-small text-soft">{description}</p>}
        </>
      ),
    },
    {
      name: message("webhooks.column.state"),
      render: (webhook) => (
        <>
          <WebhookMark webhook={webhook} />
          {webhook.disabled === null ? null : (
            <p className="text-small text-soft">{webhook.disabled.words}</p>
          )}
        </>
      ),
    },
    {
      name: message("webhooks.events"),
      render: ({ event_types }) =>
        event_types.length === EVENT_TYPES.length
          ? message("webhooks.events.all")
          : message("webhooks.events.some", { count: event_types.length }),
    },
    {
      name: message("webhooks.environments"),
      render: ({ environments }) => environments?.join(", ") ?? message("webhooks.everywhere"),
    },
    {
      name: message("webhooks.column.changed"),
      render: ({ changed_at }) => <TimeAgo at={changed_at} />,
    },
  ];
}
