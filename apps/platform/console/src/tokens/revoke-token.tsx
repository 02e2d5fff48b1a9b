import { ConfirmDialog } from "settled-console/app";
import { text } from "../text.ts";
import { type ServiceToken, useRevokeToken } from "./use-tokens.ts";

/** Ends a token for good, after saying what that means. */
export function RevokeToken({
  workspace,
  token,
  onClose,
}: {
  readonly workspace: string;
  readonly token: ServiceToken;
  onClose(): void;
}) {
  const revoke = useRevokeToken(workspace);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text("tokens.revoke.title", { name: token.name })}
      detail={text("tokens.revoke.detail")}
      confirm={text("tokens.revoke.confirm")}
      asked={revoke}
      onConfirm={() => revoke.mutate(token.id, { onSuccess: onClose })}
    />
  );
}
