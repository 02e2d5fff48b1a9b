-- Hears when somebody has told.
-- no params
listen "settled.events";
