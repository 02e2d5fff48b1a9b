-- Which server answers, and what its clock says.
-- no params
select current_setting('server_version_num')::integer as version_number,
  current_setting('server_version') as version, clock_timestamp() as now;
