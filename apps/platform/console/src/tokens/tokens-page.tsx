import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import {
  LoadingState,
  NeedingButton,
  PageHead,
  PlainTable,
  ProblemState,
  SecretDialog,
  StateFrame,
  usePathPart,
} from "settled-console/app";
import { text } from "../text.ts";
import { CreateToken } from "./create-token.tsx";
import { RevokeToken } from "./revoke-token.tsx";
import { tokenColumns } from "./token-columns.tsx";
import { type CreatedToken, type ServiceToken, useTokens } from "./use-tokens.ts";

/** By which tokens programs ask in this workspace, and what each may do. */
export function TokensPage() {
  const workspace = usePathPart("workspace");
  const found = useTokens(workspace);
  const [isCreating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ServiceToken | null>(null);
  const [created, setCreated] = useState<CreatedToken | null>(null);
  return (
    <>
      <PageHead title={text("tokens.title")} detail={text("tokens.detail")}>
        <NeedingButton
          workspace={workspace}
          capability="tokens.manage"
          look="main"
          onClick={() => setCreating(true)}
        >
          <Plus aria-hidden="true" size={14} />
          {text("tokens.create")}
        </NeedingButton>
      </PageHead>
      {found.isPending ? <LoadingState rows={3} /> : null}
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.data?.length === 0 ? (
        <StateFrame
          Icon={KeyRound}
          title={text("tokens.empty.title")}
          detail={text("tokens.empty.detail")}
        />
      ) : null}
      {found.data === undefined || found.data.length === 0 ? null : (
        <PlainTable
          look="free"
          caption={text("tokens.title")}
          columns={tokenColumns(workspace, setRevoking)}
          rows={found.data}
          keyOf={({ id }) => id}
        />
      )}
      {isCreating ? (
        <CreateToken
          workspace={workspace}
          onClose={() => setCreating(false)}
          onCreated={setCreated}
        />
      ) : null}
      {revoking === null ? null : (
        <RevokeToken workspace={workspace} token={revoking} onClose={() => setRevoking(null)} />
      )}
      <SecretDialog
        title={text("tokens.secret.title", { name: created?.name ?? "" })}
        detail={text("tokens.secret.detail")}
        secret={created?.secret ?? null}
        onClose={() => setCreated(null)}
      />
    </>
  );
}
