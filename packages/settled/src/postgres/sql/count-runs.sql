-- How many runs of a workspace are asked for, up to a limit, and when the oldest of them was: see the migration 0014.
-- $1 workspace_id, $2 statuses, $3 outcomes, $4 operation_types, $5 environment_ids, $6 initiator_id, $7 reasons,
-- $8 since, $9 until, $10 cursor created_at, $11 cursor id, $12 reconciled, $13 needs_person, $14 limit, $15 words
select count, oldest
from settled.tally_runs($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);
