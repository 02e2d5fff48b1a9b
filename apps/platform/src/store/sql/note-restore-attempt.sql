-- Notes what came of a request, by the holder of the fence that sent it; what was verified stays verified.
-- $1 workspace_id, $2 environment_id, $3 restore_id, $4 attempt_no, $5 fence, $6 outcome, $7 reason, $8 http_status,
-- $9 request_id, $10 response_id, $11 approval_code, $12 approval_expires_at
update platform.restore_attempts
set outcome = $6, reason = $7, http_status = coalesce($8, http_status), request_id = coalesce($9, request_id),
  response_id = coalesce($10, response_id), approval_code = $11, approval_expires_at = $12
where workspace_id = $1 and environment_id = $2 and restore_id = $3 and attempt_no = $4 and fence = $5
  and outcome <> 'verified'
returning attempt_no;
