-- What the queue engine alone says about a job.
-- $1 queue, $2 job id
select state from pgboss.job where name = $1 and id = $2;
