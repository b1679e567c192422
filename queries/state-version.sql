-- state-version: What was this state file built from?
-- parameters: none
-- result: one row
--   version VARCHAR  digest of the script that built it
--   hash VARCHAR  hash of the count

select version, hash from state
