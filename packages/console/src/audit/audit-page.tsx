import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useCapabilities } from "../access/use-capabilities.ts";
import { useApi } from "../api/use-api.ts";
import { usePathPart } from "../app/use-path-part.ts";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { AuditFilterForm } from "./audit-filter-form.tsx";
import { AuditList } from "./audit-list.tsx";
import { type AuditView, auditParameters, readAuditView } from "./audit-view.ts";
import { auditPath } from "./use-audit.ts";

/** Who did what to what, why, when and by which door. */
export function AuditPage() {
  const workspace = usePathPart("workspace");
  const view = readAuditView(useSearch({ strict: false }));
  const navigate = useNavigate();
  const mayView = useCapabilities(workspace).has("audit.view");
  const show = (next: AuditView) => void navigate({ to: ".", search: { ...next } });
  return (
    <>
      <PageHead title={message("audit.title")} detail={message("audit.detail")}>
        {mayView ? (
          <>
            <ExportLink workspace={workspace} view={view} format="csv" />
            <ExportLink workspace={workspace} view={view} format="ndjson" />
          </>
        ) : null}
      </PageHead>
      {mayView ? <AuditFilterForm key={JSON.stringify(view)} view={view} onShow={show} /> : null}
      <AuditList workspace={workspace} view={view} onShow={show} />
    </>
  );
}

/** All that the filters find, not only what is shown. */
function ExportLink({
  workspace,
  view,
  format,
}: {
  readonly workspace: string;
  readonly view: AuditView;
  readonly format: "csv" | "ndjson";
}) {
  const api = useApi();
  const query = auditParameters(view);
  query.set("format", format);
  return (
    <a
      className={buttonClass()}
      href={`${api.addressOf(auditPath(workspace))}:export?${query}`}
      download={`audit.${format}`}
      title={message("audit.export.hint")}
    >
      <Download aria-hidden="true" size={14} />
      {message(`audit.export.${format}`)}
    </a>
  );
}
