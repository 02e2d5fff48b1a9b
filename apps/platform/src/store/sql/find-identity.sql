-- The person whom a provider vouches for, and the workspaces whose invitations that accepts.
-- $1 issuer, $2 subject, $3 verified email
select person_id, name, accepted from platform.find_identity($1, $2, $3);
