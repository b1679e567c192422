-- rules: Which rules placed the lines?
-- parameters: none
-- result: one row a rule, by id
--   id VARCHAR  identifier
--   title VARCHAR  what it does
--   reason VARCHAR  why, and against what double count it guards

select id, title, reason from rule order by id
